using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dari.Generator.Binding.Companions;
using Dari.Generator.Binding.Companions.Uploads;
using Dari.Generator.Binding.Idempotency;
using Dari.Generator.Binding.Lean;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Binding.Naming.Operations;
using Dari.Generator.Binding.Operations;
using Dari.Generator.Binding.Paging;
using Dari.Generator.Binding.Polling;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Binding.Webhooks;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Requests;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding;

/// <summary>Turns a request into everything that will be emitted: the stage where every decision is made.</summary>
internal static class ClientBinder
{
    public static Bound<ClientModel> Bind(ClientRequest request, CancellationToken cancellationToken) =>
        Bind(request, static (_, client, _) => client, cancellationToken);

    /// <param name="request">What is asked for.</param>
    /// <param name="finish">Sees the document and what became of it, before the document is forgotten.</param>
    /// <param name="cancellationToken">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    public static Bound<ClientModel> Bind(
        ClientRequest request, Func<ApiDocument, ClientModel, ProblemList, ClientModel> finish, CancellationToken cancellationToken)
    {
        var problems = new ProblemList(request.Source);
        ApiDocument? document = SpecReader.Read(request.Input, problems, cancellationToken);
        ClientModel? client = document is null
            ? null
            : finish(document, Bind(request, document, problems, cancellationToken), problems);
        return new Bound<ClientModel>(client, problems.ToEquatableArray());
    }

    /// <summary>The second half alone, of a document that was read.</summary>
    public static ClientModel Bind(ClientRequest request, ApiDocument document, ProblemList problems, CancellationToken cancellationToken) =>
        Bind(new BindingContext(request, document, problems, cancellationToken));

    private static ClientModel Bind(BindingContext context)
    {
        Identifier name = ClientName(context);
        context.Types.Reserve(MemberNames.OfEveryRecord);
        context.Types.Reserve(name.Plain);
        context.Types.Reserve("I" + name.Plain);
        context.Types.Reserve(name.Plain + "Errors");
        context.Types.Reserve(name.Plain + "JsonResolver");
        context.Types.Reserve(name.Plain + "Servers");
        if (context.Request.IsValidated)
        {
            context.Types.Reserve(name.Plain + "Rules");
        }

        var groups = new GroupNames(context.Document, name, context.Overrides);
        context.TypeNames.NameComponents();
        groups.NameClients(context.Types);
        context.TypeNames.NameParts();
        var errors = new ErrorTableBinder(context);
        var security = new SecurityBinder(context);
        var tags = new TagBinder(context, groups, new OperationBinder(context, errors, security));
        IReadOnlyList<ApiOperation> selected = OperationSelector.Select(context.Request, context.Document);
        TagModel[] bound = tags.Bind(selected);
        new KeyFieldBinder(context).ReportMisplaced();
        if (!OperationSelector.IsFiltered(context.Request) && !(context.Request.IsLean && selected.Count > 0))
        {
            context.Schemas.BindComponents();
        }

        WebhooksModel? webhooks = new WebhookBinder(context).Bind(name, selected);
        context.Schemas.Declare();
        UnionBinder.Connect(context.Types);

        // Companions look into bodies and answers, so their types are declared first; what they declare takes free names.
        bound = new CompanionBinder(
            [new UploadBinder(context), new PollBinder(context), new PageBinder(context)],
            [new PollStartBinder(context)])
            .Bind(bound, selected);
        var client = new ClientModel
        {
            Namespace = context.Request.Namespace,
            Name = name,
            IsPublic = context.Request.IsPublic,
            IsValidated = context.Request.IsValidated,
            SpecFile = FileName(context.Request.Source.Path),
            Docs = new DocsModel(context.Document.Summary ?? context.Document.Title, context.Document.Description, null),
            Transport = Transport(context, security),
            Tags = bound,
            Webhooks = webhooks,
            Types = context.Types.All().ToArray(),
            ErrorTables = errors.Tables(),
        };
        return context.Request.IsLean && selected.Count > 0 ? LeanJson.Trim(client) : client;
    }

    private static TransportModel Transport(BindingContext context, SecurityBinder security) => new()
    {
        BaseUrl = context.Document.Servers.Count > 0 ? Servers.Absolute(context.Document.Servers[0]) : null,
        ApiKeyVariable = context.Document.Extension("x-dari-client")?.StringMember("apiKeyVariable"),
        BaseUrlVariable = context.Document.Extension("x-dari-client")?.StringMember("baseUrlVariable"),
        Servers = ServerBinder.Bind(context.Document.Servers),
        Schemes = security.Schemes(),
        Security = security.Global,
    };

    private static Identifier ClientName(BindingContext context)
    {
        if (context.Request.ClientName.Length > 0)
        {
            return Identifier.From(MemberNames.Pascal(context.Request.ClientName));
        }

        string title = Words.Pascal(context.Document.Title ?? "");
        title = MemberNames.Pascal(title.Length > 0 ? title : FileName(context.Request.Source.Path).Split('.')[0]);
        foreach (string ending in new[] { "Api", "Client", "Service" })
        {
            if (title.Length > ending.Length && title.EndsWith(ending, StringComparison.Ordinal))
            {
                title = title.Substring(0, title.Length - ending.Length);
                break;
            }
        }

        return Identifier.From(title + "Client");
    }

    private static string FileName(string path) => path.Split('/', '\\').Last();
}
