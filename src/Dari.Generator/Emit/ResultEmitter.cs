using System.Linq;
using Dari.Generator.Emit.Json;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>What an operation with several success bodies returns, and the table that reads it.</summary>
internal static class ResultEmitter
{
    public static Code Shape(ResultModel model, ClientScope scope) => Lines.Spaced(
        new[] { Base(model, scope) }.Concat(model.Cases.Select(one => Case(model, one, scope))).Concat([Unknown(model, scope)]));

    public static Code Table(ResultModel model, ClientScope scope) => $$"""
        {{scope.Stamp}}
        internal static class {{model.Name}}Json
        {
            public static readonly ResultTable<{{model.Name}}> Results = new ResultTable<{{model.Name}}>()
                {{Lines.Stacked(model.Cases.Select(Entry))}}
                .Otherwise(static (status, body) => new {{model.UnknownName}}(status, body));
        }
        """;

    private static Code Base(ResultModel model, ClientScope scope) => $$"""
        {{Docs.For(model.Docs)}}
        {{scope.Stamp}}
        {{scope.Access}} abstract partial record {{model.Name}}
        {
            private protected {{model.Name}}()
            {
            }
        }
        """;

    private static Code Case(ResultModel model, ResultCaseModel one, ClientScope scope) => $$"""
        {{Docs.Summary(Docs.First(one.Description, "The service answered " + one.Status + "."))}}
        {{Code.LineWhen(one.Value is not null, $"/// <param name=\"Value\">The body.</param>")}}
        {{scope.Stamp}}
        {{scope.Access}} sealed partial record {{one.Name}}{{Parameter(one)}} : {{model.Name}};
        """;

    private static Code Parameter(ResultCaseModel one) => one.Value is { } value ? $"({CSharpType.Of(value)} Value)" : Code.Empty;

    private static Code Unknown(ResultModel model, ClientScope scope) => $$"""
        /// <summary>An answer that the document does not declare.</summary>
        /// <param name="Status">The status.</param>
        /// <param name="Body">The body as text.</param>
        {{scope.Stamp}}
        {{scope.Access}} sealed partial record {{model.UnknownName}}(HttpStatusCode Status, string Body) : {{model.Name}};
        """;

    private static Code Entry(ResultCaseModel one) => one.Value switch
    {
        { } value => $".On({Literal.String(one.Status)}, static (ref Utf8JsonReader reader) => new {one.Name}({ReadCode.Expression(value)}))",
        null => $".OnEmpty({Literal.String(one.Status)}, static () => new {one.Name}())",
    };
}
