using System.Text.Json;

namespace Dari.Json;

/// <summary>Picks the case of a union that no discriminator tells apart, by the members that an object has.</summary>
/// <remarks>
/// A case fits when all its required members are there and its constants have their values. Of the cases that fit, the
/// one
/// that knows most of the members wins, then the one that was declared first. Safe to share once built.
/// </remarks>
public sealed class UnionCases
{
    private readonly List<UnionCase> _cases = [];
    private NameIndex? _names;

    /// <summary>Adds a case. Its number is the count of cases before it.</summary>
    /// <param name="required">Names of members that must be there, in UTF-8, joined by line feeds.</param>
    /// <param name="known">Names of all members of the case, in the same form.</param>
    /// <param name="constants">
    /// Members that are one string only: name and value in turn, in the same form, <c>"type\ngit"u8</c>. A member
    /// that is absent is no contradiction.
    /// </param>
    /// <returns>This object.</returns>
    public UnionCases Case(
        ReadOnlySpan<byte> required, ReadOnlySpan<byte> known, ReadOnlySpan<byte> constants = default)
    {
        _cases.Add(new UnionCase(JoinedNames.Split(required), JoinedNames.Split(known), JoinedNames.Split(constants)));
        _names = null;
        return this;
    }

    /// <summary>Picks a case.</summary>
    /// <param name="reader">A reader on the start of an object; it is not moved.</param>
    /// <returns>The number of the case, or -1: no case fits, or the value is no object.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public int Pick(in Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return -1;
        }

        NameIndex names = _names ??= new NameIndex(_cases);
        var seen = new bool[names.Table.Count];
        var refused = new bool[_cases.Count];
        Utf8JsonReader copy = reader;
        int hint = 0;
        while (names.Table.Next(ref copy, ref hint, out int member))
        {
            if (member >= 0)
            {
                seen[member] = true;
                names.Refuse(member, ref copy, refused);
            }

            JsonRead.Skip(ref copy);
        }

        return Best(names, seen, refused);
    }

    private int Best(NameIndex names, bool[] seen, bool[] refused)
    {
        (int best, int most) = (-1, -1);
        for (int i = 0; i < _cases.Count; i++)
        {
            int count = refused[i] || !names.Required[i].All(name => seen[name])
                ? -1
                : names.Known[i].Count(name => seen[name]);
            if (count > most)
            {
                (best, most) = (i, count);
            }
        }

        return best;
    }
}
