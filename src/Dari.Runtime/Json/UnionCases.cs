using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Dari.Json;

/// <summary>Reads an object as the case of a union that fits it best, where no discriminator tells the cases apart.</summary>
/// <typeparam name="T">The union.</typeparam>
/// <remarks>
/// A case is a candidate when all its required members are there and its constants have their values. Candidates are
/// tried in the order of how many of the members they know, then in that of their declaration. One that does not read is
/// passed over, and so is one that would drop members, leave a part unread or meet unknown values, as long as another
/// one fits better. Safe to share once built.
/// </remarks>
public sealed class UnionCases<T>
{
    private readonly List<UnionCase<T>> _cases = [];
    private NameIndex? _names;

    /// <summary>Adds a case.</summary>
    /// <param name="required">Names of members that must be there, in UTF-8, joined by line feeds.</param>
    /// <param name="known">Names of all members of the case, in the same form.</param>
    /// <param name="read">Reads the object as this case.</param>
    /// <param name="constants">
    /// Members that have one value only: name and JSON text in turn, in the same form, <c>"type\n\"git\""u8</c>. A
    /// member that is absent is no contradiction.
    /// </param>
    /// <returns>This object.</returns>
    public UnionCases<T> Case(
        ReadOnlySpan<byte> required, ReadOnlySpan<byte> known, ReadJson<T> read, ReadOnlySpan<byte> constants = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        _cases.Add(new UnionCase<T>(
            JoinedNames.Split(required), JoinedNames.Split(known), UnionConstant.Split(constants), read));
        _names = null;
        return this;
    }

    /// <summary>Reads an object as the case that fits best.</summary>
    /// <param name="reader">
    /// A reader on the value; left on its last token, or not moved when no case fits or the value is no object.
    /// </param>
    /// <param name="value">What was read; default when no case fits.</param>
    /// <returns>Whether a case fits.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public bool TryRead(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        Utf8JsonReader end = reader;
        int[] candidates = Candidates(ref end);
        long length = end.BytesConsumed - reader.TokenStartIndex;
        bool isOutermost = UnionEffort.Enter(length);
        try
        {
            return TryRead(ref reader, candidates, length, out value);
        }
        finally
        {
            UnionEffort.Leave(isOutermost);
        }
    }

    private bool TryRead(ref Utf8JsonReader reader, int[] candidates, long length, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        long before = Misfit.Score;
        long least = long.MaxValue;
        Utf8JsonReader after = reader;
        for (int i = 0; i < candidates.Length && least > 0 && (i == 0 || UnionEffort.Spend(length)); i++)
        {
            Misfit.Score = 0;
            Utf8JsonReader copy = reader;
            if (Attempt(ref copy, _cases[candidates[i]], out T? read) && Misfit.Score < least)
            {
                (value, least) = (read, Misfit.Score);
                after = copy;
            }
        }

        bool isFound = least < long.MaxValue;
        Misfit.Score = before + (isFound ? least : 0);
        reader = after;
        return isFound;
    }

    private static bool Attempt(ref Utf8JsonReader reader, UnionCase<T> one, [MaybeNullWhen(false)] out T value)
    {
        try
        {
            value = one.Read(ref reader);
            return true;
        }
        catch (JsonException)
        {
            // What does not fit one case is for the next one, or is kept as it is.
            value = default;
            return false;
        }
    }

    private int[] Candidates(ref Utf8JsonReader reader)
    {
        NameIndex names = _names ??= NameIndex.Of(_cases);
        var seen = new bool[names.Table.Count];
        var refused = new bool[_cases.Count];
        int hint = 0;
        while (names.Table.Next(ref reader, ref hint, out int member))
        {
            if (member >= 0)
            {
                seen[member] = true;
                names.Refuse(member, in reader, refused);
            }

            JsonRead.SkipValue(ref reader);
        }

        return
        [
            .. Enumerable.Range(0, _cases.Count)
                .Where(i => !refused[i] && names.Required[i].All(name => seen[name]))
                .OrderByDescending(i => names.Known[i].Count(name => seen[name])),
        ];
    }
}
