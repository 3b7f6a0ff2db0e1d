using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Equality;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>The argument that tells the runtime what the document says of a stream of events.</summary>
internal static class EventRulesCode
{
    public static Code Argument(EventRulesModel? rules) =>
        rules is null ? Code.Empty : $"new EventRules {{ {Lines.Inline(Settings(rules))} }}, ";

    private static IEnumerable<Code> Settings(EventRulesModel rules)
    {
        if (rules.Reconnect != EventReconnect.Safe)
        {
            yield return $"Reconnect = EventReconnect.{Identifier.From(rules.Reconnect.ToString())}";
        }

        if (rules.ResumeQuery is { } query)
        {
            yield return $"ResumeQuery = {Literal.String(query)}";
        }

        if (rules.Shape != EventShape.Data)
        {
            yield return $"Shape = EventShape.{Identifier.From(rules.Shape.ToString())}";
        }

        foreach ((string property, EquatableArray<string> names) in new[]
        {
            ("Names", rules.Names), ("LastNames", rules.LastNames), ("TextNames", rules.TextNames),
        })
        {
            if (names.Any())
            {
                yield return $"{Identifier.From(property)} = [{Lines.Inline(names.Select(name => (Code)$"{Literal.String(name)}"))}]";
            }
        }
    }
}
