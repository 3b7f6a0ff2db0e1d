using System;
using System.Collections.Generic;
using System.Linq;

namespace Dari.Generator.Review.Contracts;

/// <summary>
/// A part of what a document says to both sides, in words that all versions of OpenAPI share. Facts are texts under the
/// names of their keywords; what a document leaves out and what it says by default is the same, namely nothing.
/// </summary>
internal sealed class ContractNode(ContractKind kind, string name, ContractPlace? place = null)
{
    private Dictionary<(ContractKind Kind, string Name), ContractNode>? _index;

    public ContractKind Kind { get; } = kind;

    /// <summary>Unique among the siblings of its kind.</summary>
    public string Name { get; } = name;

    public ContractPlace? Place { get; } = place;

    public SortedDictionary<string, string> Facts { get; } = new(StringComparer.Ordinal);

    /// <summary>In document order, which means something for values and cases.</summary>
    public List<ContractNode> Children { get; } = [];

    /// <summary>Words for people, by keyword: no part of the contract.</summary>
    public SortedDictionary<string, string> Words { get; } = new(StringComparer.Ordinal);

    public string? Fact(string name) => Facts.TryGetValue(name, out string? value) ? value : null;

    public bool Has(string name) => Facts.ContainsKey(name);

    public IEnumerable<ContractNode> Of(ContractKind kind) => Children.Where(child => child.Kind == kind);

    public ContractNode? Child(ContractKind kind, string name)
    {
        if (Children.Count < 8)
        {
            return Children.Find(child => child.Kind == kind && child.Name == name);
        }

        if (_index is null || _index.Count != Children.Count)
        {
            _index = [];
            foreach (ContractNode child in Children)
            {
                _index[(child.Kind, child.Name)] = child;
            }
        }

        return _index.TryGetValue((kind, name), out ContractNode? found) ? found : null;
    }

    /// <summary>Adds a child under a name that no sibling of its kind has: a number is put behind it if need be.</summary>
    public ContractNode Add(ContractKind kind, string name, ContractPlace? place)
    {
        string free = name;
        for (int number = 2; Child(kind, free) is not null; number++)
        {
            free = name + "#" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var child = new ContractNode(kind, free, place);
        Children.Add(child);
        return child;
    }

    public void Set(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Facts[name] = value!;
        }
    }

    public void SetWhen(bool condition, string name) => Set(name, condition ? "true" : null);

    public void Say(string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Words[name] = text!.Trim();
        }
    }
}
