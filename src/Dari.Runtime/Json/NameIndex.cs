using System.Text;
using System.Text.Json;

namespace Dari.Json;

/// <summary>The names of all cases of a union in one table, so that an object is scanned once.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<int, List<(int Case, byte[] Value)>> _constants = [];

    internal NameIndex(List<UnionCase> cases)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] NumbersOf(IEnumerable<byte[]> names) => [.. names.Select(NumberOf).Distinct()];
        int NumberOf(byte[] name)
        {
            string text = Encoding.UTF8.GetString(name);
            numbers.TryAdd(text, numbers.Count);
            return numbers[text];
        }

        Required = [.. cases.Select(one => NumbersOf(one.Required))];
        Known = [.. cases.Select(one => NumbersOf(one.Known))];
        for (int i = 0; i < cases.Count; i++)
        {
            foreach (byte[][] pair in cases[i].Constants.Chunk(2))
            {
                int name = NumberOf(pair[0]);
                _constants.TryAdd(name, []);
                _constants[name].Add((i, pair[1]));
            }
        }

        Table = new NameTable(Encoding.UTF8.GetBytes(string.Join('\n', numbers.Keys)));
    }

    internal NameTable Table { get; }

    internal int[][] Required { get; }

    internal int[][] Known { get; }

    /// <summary>Marks the cases to which the member's value is a contradiction. The reader is not moved.</summary>
    internal void Refuse(int member, ref Utf8JsonReader reader, bool[] refused)
    {
        if (!_constants.TryGetValue(member, out List<(int Case, byte[] Value)>? constants))
        {
            return;
        }

        bool isString = reader.TokenType == JsonTokenType.String;
        foreach ((int number, byte[] value) in constants)
        {
            refused[number] |= !isString || !JsonStrings.TextEquals(ref reader, value);
        }
    }
}
