using System.Text;
using System.Text.Json;

namespace Dari.Json;

/// <summary>The names of all cases of a union in one table, so that an object is scanned once.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<int, List<(int Case, UnionConstant Constant)>> _constants = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private NameIndex(int count) => (Required, Known) = (new int[count][], new int[count][]);

    internal NameTable Table { get; private set; } = new(ReadOnlySpan<byte>.Empty);

    internal int[][] Required { get; }

    internal int[][] Known { get; }

    internal static NameIndex Of<T>(List<UnionCase<T>> cases)
    {
        var index = new NameIndex(cases.Count);
        for (int i = 0; i < cases.Count; i++)
        {
            index.Required[i] = [.. cases[i].Required.Select(index.NumberOf).Distinct()];
            index.Known[i] = [.. cases[i].Known.Select(index.NumberOf).Distinct()];
            foreach (UnionConstant constant in cases[i].Constants)
            {
                int name = index.NumberOf(constant.Name);
                index._constants.TryAdd(name, []);
                index._constants[name].Add((i, constant));
            }
        }

        index.Table = new NameTable(Encoding.UTF8.GetBytes(string.Join('\n', index._numbers.Keys)));
        return index;
    }

    /// <summary>Marks the cases to which the member's value is a contradiction. The reader is not moved.</summary>
    internal void Refuse(int member, in Utf8JsonReader reader, bool[] refused)
    {
        if (!_constants.TryGetValue(member, out List<(int Case, UnionConstant Constant)>? constants))
        {
            return;
        }

        foreach ((int number, UnionConstant constant) in constants)
        {
            refused[number] |= !constant.Is(in reader);
        }
    }

    private int NumberOf(byte[] name)
    {
        string text = Encoding.UTF8.GetString(name);
        _numbers.TryAdd(text, _numbers.Count);
        return _numbers[text];
    }
}
