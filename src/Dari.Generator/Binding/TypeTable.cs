using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Model;

namespace Dari.Generator.Binding;

/// <summary>Names and declarations of the types of one client.</summary>
internal sealed class TypeTable
{
    /// <summary>Beside each type stands its JSON code, which must not take the name of another type.</summary>
    public const string JsonSuffix = "Json";

    private readonly NameScope _names = new();
    private readonly Dictionary<Identifier, TypeModel> _types = [];

    /// <summary>Names of types that are known together, and with them those of their JSON code.</summary>
    public Identifier[] Settle(IReadOnlyList<Contender> contenders, Func<string, string[]>? shadows = null) =>
        NameContest.Settle(_names, contenders, name => [name + JsonSuffix, .. shadows?.Invoke(name) ?? []]);

    /// <summary>The name of a type that only its binder knows of, such as a case that a union adds.</summary>
    public Identifier Name(params string[] candidates) => Settle([new Contender(candidates)])[0];

    public void Reserve(params string[] names) => _names.Reserve(names);

    public bool IsFree(string name) => _names.IsFree(name);

    public void Declare(TypeModel type) => _types[type.Name] = type;

    public TypeModel? Find(Identifier name) => _types.TryGetValue(name, out TypeModel? type) ? type : null;

    public IReadOnlyList<TypeModel> All() =>
        _types.Values.OrderBy(type => type.Name.Plain, StringComparer.Ordinal).ToArray();
}
