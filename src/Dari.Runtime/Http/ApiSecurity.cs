namespace Dari.Http;

/// <summary>Which schemes an operation wants: one of several sets.</summary>
public sealed class ApiSecurity
{
    private ApiSecurity(string[][] alternatives) => Alternatives = alternatives;

    /// <summary>No credential is wanted, and none is sent.</summary>
    public static ApiSecurity None { get; } = new([]);

    internal IReadOnlyList<string[]> Alternatives { get; }

    /// <summary>
    /// Any of these sets. The first whose schemes all have credentials is used; the empty set allows to call without
    /// any, and
    /// is used when no other can be.
    /// </summary>
    /// <param name="alternatives">Sets of names of schemes that are needed together.</param>
    /// <returns>The requirement.</returns>
    public static ApiSecurity AnyOf(params string[][] alternatives)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        return new ApiSecurity([.. alternatives]);
    }
}
