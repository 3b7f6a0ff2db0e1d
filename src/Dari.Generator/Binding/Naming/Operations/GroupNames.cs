using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Naming.Operations;

/// <summary>
/// Groups of operations: by what an extension says, else by the first tag, else by the first word of the path. Tags that
/// differ only in how they are written (<c>pet store</c>, <c>PetStore</c>) are one group.
/// </summary>
internal sealed class GroupNames
{
    private const string WithoutWords = "Root";

    /// <summary>Words that tools put behind a tag and that say nothing at a call.</summary>
    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase) { "api", "apis", "controller" };

    private readonly NameOverrides _overrides;
    private readonly Dictionary<ApiOperation, string> _keys = [];
    private readonly ILookup<string, ApiOperation> _members;
    private readonly Dictionary<string, ApiTag> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Identifier> _properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Identifier> _clients = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="document">All operations of which are looked at, whatever of them is asked for.</param>
    /// <param name="client">Name of the client's class, which no member of it can have.</param>
    /// <param name="overrides">Names that extensions give.</param>
    public GroupNames(ApiDocument document, Identifier client, NameOverrides overrides)
    {
        _overrides = overrides;
        foreach (ApiTag tag in document.Tags)
        {
            if (!_tags.ContainsKey(tag.Name))
            {
                _tags.Add(tag.Name, tag);
            }
        }

        _members = document.Operations.ToLookup(KeyOf, StringComparer.OrdinalIgnoreCase);
        All = document.Operations.Select(KeyOf).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(key => key, StringComparer.Ordinal).ToArray();
        var scope = new NameScope([.. MethodNames.OfObject, "Dispose", client.Plain]);
        Identifier[] names = NameContest.Settle(scope, All.Select(key => new Contender([key, key + "Operations"])).ToArray());
        for (int i = 0; i < All.Count; i++)
        {
            _properties.Add(All[i], names[i]);
        }
    }

    /// <summary>The groups of the document, by name.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Its operations, in document order.</summary>
    public IEnumerable<ApiOperation> Members(string key) => _members[key];

    /// <summary>What operations of one group have in common.</summary>
    public string KeyOf(ApiOperation operation)
    {
        if (!_keys.TryGetValue(operation, out string? key))
        {
            key = _overrides.Group(operation) ?? Of(operation.Tags.Count > 0 ? operation.Tags[0] : null, operation);
            _keys.Add(operation, key);
        }

        return key;
    }

    /// <summary>The property of the client.</summary>
    public Identifier Property(string key) => _properties[key];

    /// <summary>The class behind it.</summary>
    public Identifier Client(string key) => _clients[key];

    /// <summary>Names of the classes, once those of the schemas are known.</summary>
    public void NameClients(TypeTable types)
    {
        Identifier[] names = types.Settle(
            All.Select(key => _properties[key].Plain)
                .Select(name => new Contender([name + "Client", name + "OperationsClient", name + "GroupClient"]))
                .ToArray(),
            static name => ["I" + name]);
        for (int i = 0; i < All.Count; i++)
        {
            _clients.Add(All[i], names[i]);
        }
    }

    private string Of(string? tag, ApiOperation operation)
    {
        if (tag is not null && _tags.TryGetValue(tag, out ApiTag declared) && _overrides.Tag(declared) is { } asked)
        {
            return asked;
        }

        string text = tag ?? new PathWords(operation).Group() ?? WithoutWords;
        List<string> words = Words.Split(text);
        while (tag is not null && words.Count > 1 && Fillers.Contains(words[words.Count - 1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return MemberNames.Pascal(words.Count > 0 ? string.Join(" ", words) : text);
    }
}
