using Dari.Generator.Equality;

namespace Dari.Generator.Model;

/// <summary>
/// The private method that says to the runtime which operations make up an upload in parts; the other methods call it.
/// </summary>
internal sealed record UploadModel : CompanionModel
{
    /// <summary>The operation that announces, as the document names it.</summary>
    public required string OperationId { get; init; }

    public required NamedValue Request { get; init; }

    public required UploadCallModel Create { get; init; }

    public required UploadCallModel SendPart { get; init; }

    public required UploadCallModel Report { get; init; }

    public required UploadCallModel Complete { get; init; }

    /// <summary>What completing answers.</summary>
    public required ValueModel Result { get; init; }

    public required bool IsResultNullable { get; init; }

    public UploadCallModel? Abort { get; init; }

    public required EquatableArray<UploadWordModel> Stages { get; init; }

    public required EquatableArray<UploadWordModel> Faults { get; init; }

    public required EquatableArray<string> FaultPaths { get; init; }

    public required int FirstPart { get; init; }

    public required bool CreateTakesKey { get; init; }

    public required bool CompleteTakesKey { get; init; }

    public required bool SendsDigest { get; init; }
}

internal enum UploadSourceKind
{
    File,
    Stream,
    Directory,
}

/// <summary>A method that uploads something.</summary>
internal sealed record UploadSourceModel : CompanionModel
{
    public required UploadSourceKind Kind { get; init; }

    /// <summary>The name of <see cref="UploadModel"/>'s method.</summary>
    public required Identifier Upload { get; init; }

    public required NamedValue Request { get; init; }

    public required ValueModel Result { get; init; }

    public required bool IsResultNullable { get; init; }

    /// <summary>The record of what the caller decides; <see langword="null"/> when that is nothing.</summary>
    public Identifier? Target { get; init; }

    /// <summary>How the announcement is made.</summary>
    public required EquatableArray<UploadFieldModel> Fields { get; init; }
}

/// <summary>A method that goes on with an upload from its ticket.</summary>
internal sealed record UploadResumeModel : CompanionModel
{
    public required Identifier Upload { get; init; }

    public required ValueModel Result { get; init; }

    public required bool IsResultNullable { get; init; }
}

internal enum UploadFieldSource
{
    /// <summary>Copied from the record of what the caller decides.</summary>
    Target,

    /// <summary>The number of bytes.</summary>
    Length,

    /// <summary>The same for every upload of this kind.</summary>
    Fixed,
}

/// <summary>A member of the announcement.</summary>
internal sealed record UploadFieldModel(Identifier Property, UploadFieldSource Source, ValueModel Value, ConstantModel? Constant);

/// <summary>A word of the document for a value of an enumeration of the runtime.</summary>
internal sealed record UploadWordModel(string Word, Identifier Value);

/// <summary>A call of one of the operations.</summary>
/// <param name="Client">The client of its group, where that is another one.</param>
/// <param name="Method">Its method.</param>
/// <param name="Arguments">What it is given, by name.</param>
/// <param name="Answer">What it answers; <see langword="null"/> for nothing.</param>
/// <param name="State">What of the answer says how far the upload is.</param>
internal sealed record UploadCallModel(
    Identifier? Client,
    Identifier Method,
    EquatableArray<UploadArgumentModel> Arguments,
    ValueModel? Answer,
    EquatableArray<UploadStateModel> State);

internal enum UploadArgumentSource
{
    /// <summary>A parameter of the method, of the same name as the document has it.</summary>
    Parameter,
    Request,
    UploadId,
    PartNumber,
    PartDigest,
    PartContent,
    WholeDigest,

    /// <summary>A body without members.</summary>
    Empty,
}

/// <summary>An argument of a call.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Source">What it gets.</param>
/// <param name="Parameter">With <see cref="UploadArgumentSource.Parameter"/>: which.</param>
/// <param name="Number">With <see cref="UploadArgumentSource.PartNumber"/>: of which kind.</param>
/// <param name="Holder">The record whose member gets it, in the place of the parameter itself.</param>
/// <param name="Member">That member.</param>
internal sealed record UploadArgumentModel(
    Identifier Name,
    UploadArgumentSource Source,
    Identifier? Parameter = null,
    ScalarKind Number = ScalarKind.Int64,
    Identifier? Holder = null,
    Identifier? Member = null);

internal enum UploadStateForm
{
    Text,

    /// <summary>An enumeration of strings.</summary>
    Word,
    Number,
}

/// <summary>Where in an answer something stands that the runtime wants to know.</summary>
/// <param name="Property">The property of the runtime's record.</param>
/// <param name="Form">How it becomes that.</param>
/// <param name="Steps">The members that lead to it.</param>
internal sealed record UploadStateModel(Identifier Property, UploadStateForm Form, EquatableArray<UploadStepModel> Steps);

/// <summary>A member on the way, and whether it may be missing.</summary>
internal sealed record UploadStepModel(Identifier Property, Presence Presence);
