using Dari.Generator.Equality;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>Which credentials a call needs.</summary>
internal static class SecurityCode
{
    public static Code Expression(SecurityModel security)
    {
        if (security.Alternatives.Count == 0)
        {
            return $"ApiSecurity.None";
        }

        return $"ApiSecurity.AnyOf({Lines.Inline(security.Alternatives.Select(Alternative))})";
    }

    private static Code Alternative(EquatableArray<string> schemes) =>
        $"new string[] {{ {Lines.Inline(schemes.Select(Scheme))} }}";

    private static Code Scheme(string name) => $"{Literal.String(name)}";
}
