namespace Dari.Validation;

/// <summary>What a document demands of a value, beyond its type. What is null demands nothing.</summary>
public sealed class ValueRules
{
    /// <summary>The least number, as the document writes it.</summary>
    public string? Minimum { get; init; }

    /// <summary>What a number must be more than.</summary>
    public string? ExclusiveMinimum { get; init; }

    /// <summary>The greatest number.</summary>
    public string? Maximum { get; init; }

    /// <summary>What a number must be less than.</summary>
    public string? ExclusiveMaximum { get; init; }

    /// <summary>What divides a number without a rest.</summary>
    public string? MultipleOf { get; init; }

    /// <summary>The fewest characters of a text.</summary>
    public long? MinLength { get; init; }

    /// <summary>The most characters of a text.</summary>
    public long? MaxLength { get; init; }

    /// <summary>Regular expressions, each of which a text holds somewhere.</summary>
    public IReadOnlyList<string> Patterns { get; init; } = [];

    /// <summary>The fewest items of a list.</summary>
    public long? MinItems { get; init; }

    /// <summary>The most items of a list.</summary>
    public long? MaxItems { get; init; }

    /// <summary>Whether no item of a list may be there twice.</summary>
    public bool UniqueItems { get; init; }

    /// <summary>The fewest members of an object.</summary>
    public long? MinProperties { get; init; }

    /// <summary>The most members of an object.</summary>
    public long? MaxProperties { get; init; }

    /// <summary>Members of an object, and those that must be there where they are.</summary>
    public IReadOnlyList<KeyValuePair<string, string[]>> DependentRequired { get; init; } = [];

    /// <summary>For each item of a list.</summary>
    public ValueRules? Items { get; init; }

    /// <summary>For members of an object, by name.</summary>
    public IReadOnlyDictionary<string, ValueRules>? Members { get; init; }

    /// <summary>For all other members.</summary>
    public ValueRules? Values { get; init; }

    /// <summary>Those of the value's type, which may lead back here.</summary>
    public Func<ValueRules>? Type { get; init; }

    /// <summary>The member that tells which of <see cref="Cases"/> count.</summary>
    public string? Discriminator { get; init; }

    /// <summary>By value of the discriminator; without one, those of all objects that the value may be.</summary>
    public IReadOnlyList<KeyValuePair<string, Func<ValueRules>>> Cases { get; init; } = [];
}
