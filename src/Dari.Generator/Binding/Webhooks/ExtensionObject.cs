using System;
using System.Linq;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Webhooks;

/// <summary>
/// An object of an extension, read member by member; whatever is wrong in it is reported at its place, and
/// <see cref="IsSound"/> says whether anything was.
/// </summary>
internal sealed class ExtensionObject(BindingContext context, SpecNode node, string pointer)
{
    public bool IsSound { get; private set; } = true;

    public bool Has(string name) => node.Member(name) is not null;

    /// <summary>Reports members that have no meaning: a misspelt one must not weaken a check.</summary>
    public ExtensionObject Only(params string[] names)
    {
        if (node.Kind != SpecNodeKind.Object)
        {
            Report(node, pointer, "it should be an object");
            return this;
        }

        foreach (SpecMember member in node.Members.Where(member => !names.Contains(member.Name)))
        {
            Report(member.Value, pointer + "/" + member.Name, "there is no '" + member.Name + "'; it has " + string.Join(", ", names));
        }

        return this;
    }

    public string? Text(string name) => Text(name, _ => null);

    /// <param name="name">The member.</param>
    /// <param name="check">Says what is wrong with a text, or <see langword="null"/>.</param>
    public string? Text(string name, Func<string, string?> check)
    {
        if (node.Member(name) is not { } member)
        {
            return null;
        }

        string? problem = member is { Kind: SpecNodeKind.String, Text.Length: > 0 } ? check(member.Text) : "it should be a string";
        if (problem is null)
        {
            return member.Text;
        }

        Report(member, pointer + "/" + name, problem);
        return null;
    }

    public string? OneOf(string name, params (string Wire, string Name)[] choices)
    {
        string? text = Text(name, value => choices.Any(choice => choice.Wire == value)
            ? null
            : "it should be one of " + string.Join(", ", choices.Select(choice => choice.Wire)));
        return text is null ? null : choices.First(choice => choice.Wire == text).Name;
    }

    public string? HeaderName(string name) => Text(name, value => value.All(IsHeaderCharacter) ? null : "it is not the name of a header");

    public int? Seconds(string name)
    {
        if (node.Member(name) is not { } member)
        {
            return null;
        }

        if (member.Kind == SpecNodeKind.Number && int.TryParse(member.Text, out int seconds) && seconds is > 0 and <= 86_400)
        {
            return seconds;
        }

        Report(member, pointer + "/" + name, "it should be a whole number of seconds from 1 to 86400");
        return null;
    }

    public ExtensionObject? Child(string name) =>
        node.Member(name) is { } member ? new ExtensionObject(context, member, pointer + "/" + name) : null;

    public void Report(string problem) => Report(node, pointer, problem);

    private void Report(SpecNode at, string where, string problem)
    {
        IsSound = false;
        context.Problems.Add(DiagnosticDescriptors.InvalidWebhookExtension, at, where, problem);
    }

    // RFC 9110: token.
    private static bool IsHeaderCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0;
}
