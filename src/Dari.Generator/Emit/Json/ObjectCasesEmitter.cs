using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Json;

/// <summary>The table by which the runtime reads an object as the one of several types that fits it best.</summary>
internal static class ObjectCasesEmitter
{
    /// <param name="name">The field.</param>
    /// <param name="type">What is read.</param>
    /// <param name="cases">In the order in which they are tried.</param>
    /// <param name="wrap">Whether the type is put around the cases, which else derive from it.</param>
    public static Code Field(Identifier name, Identifier type, IEnumerable<ObjectCaseModel> cases, bool wrap) => $$"""
        private static readonly UnionCases<{{type}}> {{name}} = new UnionCases<{{type}}>()
            {{Lines.Stacked(cases.Select(one => Entry(one, type, wrap)))}};
        """;

    private static Code Entry(ObjectCaseModel one, Identifier type, bool wrap) =>
        $".Case({Literal.Utf8Lines(one.Required.Where(IsOneLine))}, {Literal.Utf8Lines(one.Known.Where(IsOneLine))}, static (ref Utf8JsonReader reader) => {Read(one, type, wrap)}{Constants(one)})";

    private static Code Read(ObjectCaseModel one, Identifier type, bool wrap) =>
        Code.Either(wrap, $"new {type}({ReadCode.Expression(one.Value)})", ReadCode.Expression(one.Value));

    // What has a line feed cannot be joined with others; without it the pick is only less sure.
    private static bool IsOneLine(string name) => name.IndexOf('\n') < 0;

    private static Code Constants(ObjectCaseModel one) =>
        Code.When(one.Constants.Any(constant => IsOneLine(constant.WireName)), $", {Literal.Utf8Lines(one.Constants.SelectMany(Pair))}");

    private static IEnumerable<string> Pair(ChoiceConstantModel constant) =>
        IsOneLine(constant.WireName) ? [constant.WireName, JsonConstant.Text(constant.Value)] : [];
}
