using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;

namespace Dari.Generator.Binding.Companions.Uploads;

/// <summary>Finds in the answers of the operations what says how far an upload is.</summary>
internal sealed class StateBinder(TypeTable types, ExtensionSection state)
{
    // The extension's word, the property of the runtime's UploadState, whether it is a number.
    private static readonly (string Name, string Property, bool IsNumber)[] Members =
    [
        ("id", "UploadId", false),
        ("status", "Status", false),
        ("partSize", "PartSize", true),
        ("partCount", "PartCount", true),
        ("maxConcurrency", "MaxConcurrency", true),
        ("acceptedBytes", "AcceptedBytes", true),
        ("nextPart", "NextPart", true),
    ];

    public static string[] Names => Members.Select(member => member.Name).ToArray();

    /// <param name="operation">Whose answer it is.</param>
    /// <param name="section">The operation's section, whose <c>state</c> says where in the answer the state stands.</param>
    /// <param name="isWhole">Whether a member that is not there is a mistake.</param>
    public IReadOnlyList<UploadStateModel> Bind(BoundOperation operation, ExtensionSection section, bool isWhole)
    {
        ResponseModel response = operation.Model.Response;
        if (response.Kind == ResponseKind.None && !isWhole)
        {
            return [];
        }

        var steps = new List<UploadStepModel>();
        ObjectModel? holder = response.Kind == ResponseKind.Json ? Object(response.Value) : null;
        if (holder is not null && section.Text("state") is { } path)
        {
            holder = Descend(holder, path, steps);
        }

        if (holder is null)
        {
            section.Report(DiagnosticDescriptors.ExtensionMisfit, "state", "the answer of " + operation.Model.Method + " " + operation.Model.Template + " has no such object");
            return [];
        }

        return Members.Select(member => Member(holder, member, steps, isWhole)).Where(found => found is not null).Select(found => found!).ToArray();
    }

    /// <summary>The enumeration of stages, if the document has one.</summary>
    public EnumModel? Stages(BoundOperation operation, ExtensionSection section)
    {
        var steps = new List<UploadStepModel>();
        ObjectModel? holder = Object(operation.Model.Response.Value);
        holder = holder is not null && section.Text("state") is { } path ? Descend(holder, path, steps) : holder;
        PropertyModel? status = holder?.Properties.FirstOrDefault(property => property.WireName == state.Text("status"));
        return status?.Value is NamedValue named ? types.Find(named.Name) as EnumModel : null;
    }

    private UploadStateModel? Member(
        ObjectModel holder, (string Name, string Property, bool IsNumber) member, List<UploadStepModel> steps, bool isWhole)
    {
        if (state.Text(member.Name) is not { } wire)
        {
            return null;
        }

        PropertyModel? property = holder.Properties.FirstOrDefault(one => one.WireName == wire);
        if (property is null)
        {
            if (isWhole)
            {
                state.Report(DiagnosticDescriptors.ExtensionMisfit, member.Name, holder.Name.Plain + " has no member '" + wire + "'");
            }

            return null;
        }

        if (Form(property) is not { } form || (form == UploadStateForm.Number) != member.IsNumber)
        {
            state.Report(
                DiagnosticDescriptors.ExtensionMisfit, member.Name, "'" + wire + "' of " + holder.Name.Plain + " is not " + (member.IsNumber ? "an integer" : "a string"));
            return null;
        }

        var step = new UploadStepModel(property.Name, property.Presence);
        return new UploadStateModel(Identifier.From(member.Property), form, steps.Concat([step]).ToArray());
    }

    private UploadStateForm? Form(PropertyModel property) => property switch
    {
        { Constant.Kind: ScalarKind.String } => UploadStateForm.Text,
        { Value: ScalarValue { Kind: ScalarKind.String } } => UploadStateForm.Text,
        { Value: ScalarValue { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt32 or ScalarKind.UInt64 or ScalarKind.Int64OrText } } => UploadStateForm.Number,
        { Value: NamedValue named } when types.Find(named.Name) is EnumModel { Kind: ScalarKind.String } => UploadStateForm.Word,
        _ => null,
    };

    private ObjectModel? Descend(ObjectModel? holder, string path, List<UploadStepModel> steps)
    {
        foreach (string name in path.Split('/'))
        {
            PropertyModel? property = holder?.Properties.FirstOrDefault(one => one.WireName == name);
            holder = Object(property?.Value);
            if (property is not null)
            {
                steps.Add(new UploadStepModel(property.Name, property.Presence));
            }
        }

        return holder;
    }

    private ObjectModel? Object(ValueModel? value) => value is NamedValue named ? types.Find(named.Name) as ObjectModel : null;
}
