using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Binding.Operations.Variants;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Diagnostics;
using Dari.Generator.Equality;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Operations;

/// <summary>Error bodies of operations. Most operations of a document declare the same ones, so tables are shared.</summary>
internal sealed class ErrorTableBinder(BindingContext context)
{
    private const string Untyped = "the body of an error has a type in one media type, which is JSON; any other is the text of its ApiException";

    private readonly Dictionary<EquatableArray<ErrorEntryModel>, ErrorTableModel> _tables = [];

    // Answers are shared by operations, and what is left out of one is said once.
    private readonly HashSet<int> _reported = [];
    private readonly NameScope _names = new();

    public ErrorTableModel[] Tables() => _tables.Values.OrderBy(table => table.Name.Plain, StringComparer.Ordinal).ToArray();

    public (Identifier? Table, ErrorDocModel[] Docs) Bind(ApiOperation operation)
    {
        ApiResponse[] successes = ResponseBinder.Successes(operation);
        ErrorEntryModel[] entries = operation.Responses
            .Where(response => !successes.Contains(response) && response.Status[0] != '1')
            .OrderBy(response => response.Status, StringComparer.Ordinal)
            .Select(response => Entry(operation, response))
            .OfType<ErrorEntryModel>()
            .ToArray();
        if (entries.Length == 0)
        {
            return (null, []);
        }

        if (!_tables.TryGetValue(entries, out ErrorTableModel? table))
        {
            table = new ErrorTableModel(_names.Take(TableName(entries)), entries);
            _tables.Add(entries, table);
        }

        return (table.Name, Docs(entries));
    }

    private ErrorEntryModel? Entry(ApiOperation operation, ApiResponse response)
    {
        ReportUntyped(response);
        if (Chosen(response)?.Schema is not { } schema)
        {
            return null;
        }

        NameHint hint = Hint(context.Prefixes.Of(operation), response);
        return new ErrorEntryModel(response.Status, context.Schemas.Bind(schema, hint).Value);
    }

    /// <summary>Texts and files lose nothing by being text; what has members, or says which values it has, does.</summary>
    private void ReportUntyped(ApiResponse response)
    {
        ApiMediaType? chosen = Chosen(response);
        MediaChoice? choice = chosen is null ? null : MediaChoice.Of(chosen, response.Content);
        string[] left = (choice is null ? response.Content : choice.Offered.Concat(choice.SameValue).Concat(choice.Unknown))
            .Where(media => media.Schema is { } schema && (SchemaClassifier.TypesOf(context.Folder.Fold(schema)) & ~SchemaTypes.Null) != SchemaTypes.String)
            .Select(media => "'" + media.Name + "'")
            .ToArray();
        if (left.Length > 0 && _reported.Add(response.Node.Start))
        {
            context.Problems.Add(DiagnosticDescriptors.MediaTypeLeftOut, response.Node, response.Pointer, string.Join(", ", left), Untyped);
        }
    }

    /// <summary>The media type that is read of an error.</summary>
    public static ApiMediaType? Chosen(ApiResponse response) =>
        MediaTypes.Preferred(response.Content, MediaTypes.IsJson, static name => MediaTypes.Essence(name) == "*/*");

    /// <summary>What its body would be called: <c>GetPetNotFoundError</c>, and <c>GetPetError</c> for all that is not declared.</summary>
    public static NameHint Hint(string prefix, ApiResponse response)
    {
        string status = response.Status == "default" ? "" : StatusNames.Of(response.Status);
        return new NameHint(prefix + (status.EndsWith("Error", StringComparison.Ordinal) ? status : status + "Error"));
    }

    /// <summary><c>ApiErrorOn401_404</c>: all that tells one table from another, so that its name never changes.</summary>
    private static string TableName(ErrorEntryModel[] entries) =>
        string.Join("And", entries
            .GroupBy(entry => entry.Value)
            .Select(group => Name(group.Key) + "On" + string.Join("_", group.Select(entry => MemberNames.Pascal(entry.Status).TrimStart('_')))));

    private static string Name(ValueModel value) => value switch
    {
        NamedValue named => named.Name.Plain,
        ListValue list => Name(list.Item) + "List",
        MapValue map => Name(map.Item) + "Map",
        ScalarValue scalar => scalar.Kind.ToString(),
        _ => "Error",
    };

    private static ErrorDocModel[] Docs(ErrorEntryModel[] entries) =>
        entries
            .Where(entry => entry.Value is NamedValue)
            .GroupBy(entry => ((NamedValue)entry.Value).Name)
            .Select(group => new ErrorDocModel(group.Key, group.Select(entry => entry.Status).ToEquatableArray()))
            .ToArray();
}
