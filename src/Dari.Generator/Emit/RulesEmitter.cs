using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>What the document demands of each type, as a table, and the method that holds a value against it.</summary>
internal static class RulesEmitter
{
    /// <summary>Dropped unless the item asks for it.</summary>
    public static FilePart Part(ClientScope scope)
    {
        ClientModel client = scope.Client;
        TypeModel[] types = client.Types.Where(IsChecked).ToArray();

        // A value is checked as it would be sent: what is never sent has no writer in a lean client.
        TypeModel[] sent = types.Where(type => (type.Json & JsonUse.Write) != 0).ToArray();
        Code code = Code.LineWhen(client.IsValidated && sent.Length > 0, $$"""
            /// <summary>Holds values against the rules that the document states for them.</summary>
            {{scope.Stamp}}
            {{scope.Access}} static class {{client.Name}}Rules
            {
                {{Lines.Spaced(sent.Select(Method).Concat(types.Select(type => Table(type, scope))))}}
            }
            """);
        return new FilePart(code, client.Types.Any(type => type.Docs.Obsolete is not null) ? Pragmas.Deprecated : Pragmas.None);
    }

    /// <summary>Whether a type has rules, or may contain what has.</summary>
    public static bool IsChecked(TypeModel? type) => type is ObjectModel { HasJson: true } or UnionModel or ChoiceModel;

    private static Code Method(TypeModel type) => $$"""
        /// <summary>Checks a value with all that it contains; nothing is checked unless it is called.</summary>
        /// <param name="value">The value.</param>
        /// <returns>Every violation with its JSON pointer; empty when there is none.</returns>
        public static IReadOnlyList<Violation> Validate(this {{type.Name}} value) => Validator.Check(value, {{type.Name}}Json.Write, {{Field(type.Name)}});
        """;

    private static Code Table(TypeModel type, ClientScope scope) =>
        $"private static readonly ValueRules {Field(type.Name)} = {Of(type, scope)};";

    // In front, so that none has the name of a type.
    private static Identifier Field(Identifier type) => Identifier.From("_rulesOf" + type.Plain);

    private static Code Of(TypeModel type, ClientScope scope) => type switch
    {
        ObjectModel model => New(Entries(model.Rules ?? RuleModel.None, scope).Append(Members(model, scope))),
        UnionModel union => New([$"Discriminator = {Literal.String(union.Discriminator)}", Cases(
            union.Cases.SelectMany(one => one.Values.Select(value => (value, one.Type)))
                .Concat(union.Shared.SelectMany(shared => shared.Cases.Select(one => one.Value).OfType<NamedValue>().Select(named => (shared.Value, named.Name)))))]),
        ChoiceModel choice => New(Entries(choice.Rules ?? RuleModel.None, scope).Append(Cases(choice.Cases
            .Where(one => one is { Kind: JsonKind.Object, Value: NamedValue })
            .Select(one => ("", ((NamedValue)one.Value).Name))))),
        _ => $"new()",
    };

    private static Code Members(ObjectModel model, ClientScope scope)
    {
        PropertyModel[] ruled = model.Properties.Where(property => !Rule(property.Rules, scope).IsDrop).ToArray();
        return Code.LineWhen(ruled.Length > 0, $$"""
            Members = new Dictionary<string, ValueRules>
            {
                {{Lines.Listed(ruled.Select(property => Member(property, scope)))}}
            }
            """);
    }

    private static Code Member(PropertyModel property, ClientScope scope) =>
        $"[{Literal.String(property.WireName)}] = {Rule(property.Rules, scope)}";

    private static Code Cases(IEnumerable<(string Value, Identifier Type)> cases) => $$"""
        Cases = new KeyValuePair<string, Func<ValueRules>>[]
        {
            {{Lines.Listed(cases.Select(Case))}}
        }
        """;

    private static Code Case((string Value, Identifier Type) one) => $"new({Literal.String(one.Value)}, static () => {Field(one.Type)}!)";

    /// <summary>Dropped where nothing is demanded.</summary>
    private static Code Rule(RuleModel? rules, ClientScope scope)
    {
        Code[] entries = rules is null ? [] : Entries(rules, scope).ToArray();
        return Code.LineWhen(entries.Any(entry => !entry.IsDrop), New(entries));
    }

    private static Code New(IEnumerable<Code> entries)
    {
        Code[] said = entries.Where(entry => !entry.IsDrop).ToArray();
        return Code.Either(said.Length == 0, $"new()", $$"""
            new()
            {
                {{Lines.Listed(said)}}
            }
            """);
    }

    private static IEnumerable<Code> Entries(RuleModel rules, ClientScope scope) =>
    [
        Text("Minimum", rules.Minimum),
        Text("ExclusiveMinimum", rules.ExclusiveMinimum),
        Text("Maximum", rules.Maximum),
        Text("ExclusiveMaximum", rules.ExclusiveMaximum),
        Text("MultipleOf", rules.MultipleOf),
        Number("MinLength", rules.MinLength),
        Number("MaxLength", rules.MaxLength),
        Code.LineWhen(rules.Patterns.Count > 0, $"Patterns = new[] {{ {Lines.Inline(rules.Patterns.Select(Pattern))} }}"),
        Number("MinItems", rules.MinItems),
        Number("MaxItems", rules.MaxItems),
        Code.LineWhen(rules.UniqueItems, $"UniqueItems = true"),
        Number("MinProperties", rules.MinProperties),
        Number("MaxProperties", rules.MaxProperties),
        Code.LineWhen(rules.DependentRequired.Count > 0, $$"""
            DependentRequired = new KeyValuePair<string, string[]>[]
            {
                {{Lines.Listed(rules.DependentRequired.Select(Dependent))}}
            }
            """),
        Nested("Items", rules.Items, scope),
        Nested("Values", rules.Values, scope),
        rules.Type is { } type && IsChecked(scope.Find(type)) ? $"Type = static () => {Field(type)}!" : Code.Drop,
    ];

    private static Code Nested(string property, RuleModel? rules, ClientScope scope)
    {
        Code rule = Rule(rules, scope);
        return Code.LineWhen(!rule.IsDrop, $"{Identifier.From(property)} = {rule}");
    }

    private static Code Text(string property, string? text) =>
        text is null ? Code.Drop : $"{Identifier.From(property)} = {Literal.String(text)}";

    private static Code Number(string property, long? number) =>
        number is not { } value ? Code.Drop : $"{Identifier.From(property)} = {Literal.Integer(value.ToString(System.Globalization.CultureInfo.InvariantCulture))}";

    private static Code Dependent(DependentModel one) =>
        $"new({Literal.String(one.Name)}, new string[] {{ {Lines.Inline(one.Needed.Select(Pattern))} }})";

    private static Code Pattern(string pattern) => $"{Literal.String(pattern)}";
}
