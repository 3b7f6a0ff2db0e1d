namespace Dari.Generator.Specs.Syntax;

/// <summary>Kinds of values in the words of messages.</summary>
internal static class SpecKinds
{
    public static string Name(SpecNodeKind kind) => kind switch
    {
        SpecNodeKind.Null => "null",
        SpecNodeKind.Boolean => "a boolean",
        SpecNodeKind.Number => "a number",
        SpecNodeKind.String => "a string",
        SpecNodeKind.Array => "a list",
        _ => "an object",
    };
}
