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

    /// <summary>The parameter of a case's record, in parentheses; empty for a case without a body.</summary>
    public static Code Parameter(ResultCaseModel one) => one.Body.Kind switch
    {
        ResponseKind.Json => $"({CSharpType.Of(one.Body.Value!, one.Body.IsNullable)} Value)",
        ResponseKind.Text => $"(string Value)",
        ResponseKind.File => $"(ReadOnlyMemory<byte> Value)",
        _ => Code.Empty,
    };

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
        {{Docs.Summary(Docs.First(one.Body.Description, "The service answered " + one.Status + "."))}}
        {{Code.LineWhen(one.Body.Kind != ResponseKind.None, $"/// <param name=\"Value\">The body.</param>")}}
        {{scope.Stamp}}
        {{scope.Access}} sealed partial record {{one.Name}}{{Parameter(one)}} : {{model.Name}};
        """;

    private static Code Unknown(ResultModel model, ClientScope scope) => $$"""
        /// <summary>An answer that the document does not declare.</summary>
        /// <param name="Status">The status.</param>
        /// <param name="Body">The body as text.</param>
        {{scope.Stamp}}
        {{scope.Access}} sealed partial record {{model.UnknownName}}(HttpStatusCode Status, string Body) : {{model.Name}};
        """;

    private static Code Entry(ResultCaseModel one) => one.Body.Kind switch
    {
        ResponseKind.Json =>
            $".On({Literal.String(one.Status)}, static (ref Utf8JsonReader reader) => new {one.Name}({ReadCode.Expression(one.Body.Value!, one.Body.IsNullable)}))",
        ResponseKind.Text => $".OnText({Literal.String(one.Status)}, static text => new {one.Name}(text))",
        ResponseKind.File => $".OnBytes({Literal.String(one.Status)}, static bytes => new {one.Name}(bytes))",
        _ => $".OnEmpty({Literal.String(one.Status)}, static () => new {one.Name}())",
    };
}
