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

    /// <summary>A type's name, and with it that of its JSON code.</summary>
    public Identifier Name(IEnumerable<string> candidates, out string? clash)
    {
        string[] all = candidates.Distinct().ToArray();
        string wanted = all.FirstOrDefault(name => _names.IsFree(name) && _names.IsFree(name + JsonSuffix)) ?? all[all.Length - 1];
        Identifier name = _names.Take(wanted);
        clash = name.Plain == all[0] ? null : all[0];
        _names.Reserve(name.Plain + JsonSuffix);
        return name;
    }

    public void Reserve(string name) => _names.Reserve(name);

    public bool IsFree(string name) => _names.IsFree(name);

    public void Declare(TypeModel type) => _types[type.Name] = type;

    public TypeModel? Find(Identifier name) => _types.TryGetValue(name, out TypeModel? type) ? type : null;

    public IReadOnlyList<TypeModel> All() =>
        _types.Values.OrderBy(type => type.Name.Plain, StringComparer.Ordinal).ToArray();
}
