namespace Dari.Generator.Binding.Naming;

/// <summary>
/// What a schema without a name of its own would be called, from its place alone: <c>PetCategory</c> for the property
/// <c>category</c> of <c>Pet</c>. What else the document holds does not matter, so that adding to it renames nothing.
/// </summary>
internal readonly record struct NameHint(string Name)
{
    public NameHint Property(string wireName) => new(Name + MemberNames.Pascal(wireName).TrimStart('_'));

    /// <summary>One of many: <c>PetTags</c> gives <c>PetTag</c>, <c>PetData</c> gives <c>PetDataItem</c>.</summary>
    public NameHint Item()
    {
        string singular = Singular.Of(Name);
        return new(singular == Name ? Name + "Item" : singular);
    }

    public NameHint MapValue() => Item() is { } item && item.Name == Name + "Item" ? new(Name + "Value") : item;

    public NameHint Suffix(string suffix) => new(Name + suffix);
}
