namespace Dari.Generator.Binding.Naming;

/// <summary>
/// What a schema without a name of its own would be called, from its place alone: <c>PetCategory</c> for the property
/// <c>category</c> of <c>Pet</c>. What else the document holds does not matter, so that adding to it renames nothing.
/// </summary>
internal sealed record NameHint
{
    private static readonly char[] Underscore = ['_'];
    private static readonly string[] Wholes = ["List", "Request", "Response", "Result", "Error", "Array"];

    public NameHint(string name) => Name = NameLength.Bounded(name);

    public string Name { get; }

    public NameHint Property(string wireName) => Suffix(MemberNames.Pascal(wireName).TrimStart(Underscore));

    /// <summary>
    /// One of many: <c>PetTags</c> gives <c>PetTag</c>. A list has no type of its own, so where there is no singular its
    /// name is free for what it holds: <c>PetMetadata</c>. Only what says that it is many, or a whole body, gives <c>…Item</c>.
    /// </summary>
    public NameHint Item()
    {
        string singular = Singular.Of(Name);
        return new(singular != Name ? singular : SaysWhole() ? Name + "Item" : Name);
    }

    public NameHint MapValue()
    {
        NameHint item = Item();
        return item.Name == Name + "Item" ? new(Name + "Value") : item;
    }

    public NameHint Suffix(string suffix) => new(Name + suffix);

    private bool SaysWhole()
    {
        foreach (string ending in Wholes)
        {
            if (Name.EndsWith(ending, System.StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
