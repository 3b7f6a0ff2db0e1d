using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Diagnostics;
using Dari.Generator.Equality;
using Dari.Generator.Model;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Companions.Uploads;

/// <summary>Methods for uploads in parts, out of the extension <c>x-resumable-upload</c>.</summary>
internal sealed class UploadBinder(BindingContext context) : ICompanionBinder
{
    private const string Extension = "x-resumable-upload";

    private static readonly string[] Stages = ["open", "staged", "completing", "completed", "aborted", "expired", "failed"];

    private static readonly (string Name, string Fault)[] Faults =
    [
        ("conflict", "TargetConflict"), ("quota", "QuotaExceeded"), ("size", "TooLarge"), ("digest", "DigestMismatch"),
        ("expired", "Expired"), ("aborted", "Aborted"), ("failed", "Failed"), ("gone", "Gone"),
    ];

    public IEnumerable<CompanionModel> Bind(BoundOperation operation, OperationIndex all, NameScope names)
    {
        if (operation.Api.Extension(Extension) is not { } node)
        {
            return [];
        }

        var problems = new ExtensionProblems(context.Problems);
        string pointer = operation.Api.Pointer + "/" + Extension;
        if (node.Kind != SpecNodeKind.Object)
        {
            problems.Add(DiagnosticDescriptors.InvalidExtension, node, pointer, "it should be an object, not " + SpecKinds.Name(node.Kind));
            return [];
        }

        return Bind(operation, all, names, new ExtensionSection(node, pointer, problems), problems);
    }

    private CompanionModel[] Bind(
        BoundOperation operation, OperationIndex all, NameScope names, ExtensionSection root, ExtensionProblems problems)
    {
        root.AllowOnly("state", "statuses", "create", "part", "report", "complete", "abort", "errors");
        ExtensionSection create = root.Required("create");
        create.AllowOnly("state", "length", "file", "stream", "directory");
        if (RequestOf(operation) is not { } request)
        {
            create.Report(DiagnosticDescriptors.ExtensionMisfit, create.Node, "the operation has no required JSON object as its body");
            return [];
        }

        UploadModel? upload = Upload(operation, all, root, create, names, problems);
        var requests = new RequestBinder(context.Types, create, request);
        var kinds = RequestBinder.Kinds
            .Where(kind => create.Node.Member(kind.Name) is not null || (kind.Kind == UploadSourceKind.Stream && create.Node.Member("file") is not null))
            .Select(kind => (kind.Kind, Fields: requests.Fields(create.Node.Member(kind.Name) is null ? RequestBinder.Kinds[0] : kind)))
            .ToArray();
        if (upload is null || problems.HasAny)
        {
            return [];
        }

        Identifier? target = requests.Target(context.Prefixes.Of(operation.Api), root.Pointer);
        return
        [
            .. kinds.Select(kind => Source(upload, kind.Kind, kind.Fields, target, context.Prefixes.Of(operation.Api), names)),
            Resume(upload, context.Prefixes.Of(operation.Api), names),
            upload,
        ];
    }

    private UploadModel? Upload(
        BoundOperation operation, OperationIndex all, ExtensionSection root, ExtensionSection create, NameScope names, ExtensionProblems problems)
    {
        ExtensionSection state = root.Required("state");
        state.AllowOnly(StateBinder.Names);
        foreach (string name in new[] { "id", "status", "partSize" })
        {
            state.RequiredText(name);
        }

        ExtensionSection part = Section(root, "part", "operation", "state", "id", "number", "firstNumber", "digest");
        ExtensionSection report = Section(root, "report", "operation", "state", "id");
        ExtensionSection complete = Section(root, "complete", "operation", "id", "digest");
        ExtensionSection? abort = root.Optional("abort");
        abort?.AllowOnly("operation", "id");
        var calls = new CallBinder(operation, all, context.Types);
        var states = new StateBinder(context.Types, state);
        part.RequiredText("number");
        BoundOperation?[] found = [calls.Find(part), calls.Find(report), calls.Find(complete), abort is null ? null : calls.Find(abort)];
        EquatableArray<UploadWordModel> stages = StagesOf(root.Required("statuses"), states.Stages(operation, create));
        ExtensionSection? errors = root.Optional("errors");
        errors?.AllowOnly(["at", .. Faults.Select(fault => fault.Name)]);
        if (found[0] is not { } sends || found[1] is not { } reports || found[2] is not { } completes)
        {
            return null;
        }

        if (CallBinder.AnswerOf(completes.Model) is not { } result)
        {
            complete.Report(DiagnosticDescriptors.ExtensionMisfit, "operation", "it has to answer JSON");
            return null;
        }

        (string, UploadArgumentSource) id = ("id", UploadArgumentSource.UploadId);
        return new UploadModel
        {
            Name = names.Take("InParts", context.Prefixes.Of(operation.Api) + "InParts"),
            Docs = DocsModel.None,
            OperationId = operation.Api.OperationId ?? operation.Api.Method + " " + operation.Api.Path,
            Request = (NamedValue)operation.Model.Body!.Value,
            Create = calls.Bind(operation, create, [], states.Bind(operation, create, isWhole: true)),
            SendPart = calls.Bind(
                sends,
                part,
                [id, ("number", UploadArgumentSource.PartNumber), ("digest", UploadArgumentSource.PartDigest)],
                states.Bind(sends, part, isWhole: false)),
            Report = calls.Bind(reports, report, [id], states.Bind(reports, report, isWhole: false)),
            Complete = calls.Bind(completes, complete, [id, ("digest", UploadArgumentSource.WholeDigest)], []),
            Result = result,
            IsResultNullable = completes.Model.Response.IsNullable,
            Abort = found[3] is { } aborts ? calls.Bind(aborts, abort!, [id], []) : null,
            Stages = stages,
            Faults = Faults.SelectMany(fault => Words(errors, fault.Name, fault.Fault)).ToArray(),
            FaultPaths = (errors?.Words("at") ?? []).Select(word => word.Text).ToArray(),
            FirstPart = part.Number("firstNumber"),
            CreateTakesKey = TakesKey(operation),
            CompleteTakesKey = TakesKey(completes),
            SendsDigest = complete.Text("digest") is not null,
            UsesDeprecated = found.Prepend(operation).Any(one => one?.Model.Docs.Obsolete is not null),
        };
    }

    private static bool TakesKey(BoundOperation operation) =>
        operation.Model.IdempotencyHeader is not null || operation.Model.IdempotencyField is not null;

    private static ExtensionSection Section(ExtensionSection root, string name, params string[] members)
    {
        ExtensionSection section = root.Required(name);
        section.AllowOnly(members);
        section.RequiredText("id");
        return section;
    }

    private static UploadWordModel[] StagesOf(ExtensionSection statuses, EnumModel? known)
    {
        statuses.AllowOnly(Stages);
        if (statuses.Words("completed").Count == 0)
        {
            statuses.RequiredText("completed");
        }

        foreach (SpecNode word in Stages.SelectMany(statuses.Words))
        {
            if (known is not null && known.Values.All(value => value.Wire != word.Text))
            {
                statuses.Report(DiagnosticDescriptors.ExtensionMisfit, word, known.Name.Plain + " has no value '" + word.Text + "'");
            }
        }

        return Stages.SelectMany(stage => Words(statuses, stage, Naming.Words.Pascal(stage))).GroupBy(word => word.Word).Select(same => same.First()).ToArray();
    }

    private static IEnumerable<UploadWordModel> Words(ExtensionSection? section, string name, string value) =>
        (section?.Words(name) ?? []).Select(word => new UploadWordModel(word.Text, Identifier.From(value)));

    private UploadSourceModel Source(
        UploadModel upload, UploadSourceKind kind, EquatableArray<UploadFieldModel> fields, Identifier? target, string prefix, NameScope names)
    {
        bool usesDeprecated = context.Types.Find(upload.Request.Name) is ObjectModel request
            && request.Properties.Any(property => property.Docs.Obsolete is not null);
        return new UploadSourceModel
        {
            Name = names.Take("Upload" + kind + "Async", prefix + kind + "Async", prefix + kind + "InPartsAsync"),
            Docs = DocsModel.None,
            Kind = kind,
            Upload = upload.Name,
            Request = upload.Request,
            Result = upload.Result,
            IsResultNullable = upload.IsResultNullable,
            Target = target,
            Fields = fields,
            UsesDeprecated = usesDeprecated,
        };
    }

    private static UploadResumeModel Resume(UploadModel upload, string prefix, NameScope names) => new()
    {
        Name = names.Take("ResumeAsync", "Resume" + prefix + "Async", prefix + "ResumeAsync"),
        Docs = DocsModel.None,
        Upload = upload.Name,
        Result = upload.Result,
        IsResultNullable = upload.IsResultNullable,
    };

    private ObjectModel? RequestOf(BoundOperation operation) =>
        operation.Model.Body is { Kind: BodyKind.Json, IsRequired: true, IsNullable: false, Value: NamedValue named }
            ? context.Types.Find(named.Name) as ObjectModel
            : null;
}
