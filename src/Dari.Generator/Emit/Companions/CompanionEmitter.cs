using System;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Companions;

/// <summary>The methods beside an operation's own; one emitter for each kind of <see cref="CompanionModel"/>.</summary>
internal static class CompanionEmitter
{
    /// <summary>The member of the interface, with its documentation.</summary>
    public static Code Declaration(CompanionModel companion, OperationModel operation, ClientScope scope) => companion switch
    {
        PageModel page => new PageEmitter(page, operation, scope).Declaration(),
        PollModel poll => new PollEmitter(poll, operation, scope).Declaration(),
        PollStartModel start => new PollStartEmitter(start, operation).Declaration(),
        UploadSourceModel model => new UploadSourceEmitter(model, operation).Declaration(),
        UploadResumeModel model => new UploadResumeEmitter(model, operation).Declaration(),
        UploadModel => Code.Drop,
        _ => throw Unknown(companion),
    };

    /// <summary>The member of the class.</summary>
    public static Code Method(CompanionModel companion, OperationModel operation, ClientScope scope) => companion switch
    {
        PageModel page => new PageEmitter(page, operation, scope).Method(),
        PollModel poll => new PollEmitter(poll, operation, scope).Method(),
        PollStartModel start => new PollStartEmitter(start, operation).Method(),
        UploadSourceModel model => new UploadSourceEmitter(model, operation).Method(),
        UploadResumeModel model => new UploadResumeEmitter(model, operation).Method(),
        UploadModel model => new UploadEmitter(model, operation, scope).Method(),
        _ => throw Unknown(companion),
    };

    private static InvalidOperationException Unknown(CompanionModel companion) =>
        new("No emitter for " + companion.GetType().Name + ".");
}
