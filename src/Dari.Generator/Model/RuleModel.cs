using Dari.Generator.Equality;

namespace Dari.Generator.Model;

/// <summary>What the document demands of a value beyond its type; numbers as written.</summary>
internal sealed record RuleModel
{
    public static readonly RuleModel None = new();

    public string? Minimum { get; init; }

    public string? ExclusiveMinimum { get; init; }

    public string? Maximum { get; init; }

    public string? ExclusiveMaximum { get; init; }

    public string? MultipleOf { get; init; }

    public long? MinLength { get; init; }

    public long? MaxLength { get; init; }

    public EquatableArray<string> Patterns { get; init; }

    public long? MinItems { get; init; }

    public long? MaxItems { get; init; }

    public bool UniqueItems { get; init; }

    public long? MinProperties { get; init; }

    public long? MaxProperties { get; init; }

    /// <summary>Members that must be there where another one is.</summary>
    public EquatableArray<DependentModel> DependentRequired { get; init; }

    /// <summary>Of each item; <see langword="null"/>: nothing.</summary>
    public RuleModel? Items { get; init; }

    /// <summary>Of members without a name of their own.</summary>
    public RuleModel? Values { get; init; }

    /// <summary>The type whose rules count as well.</summary>
    public Identifier? Type { get; init; }
}

internal sealed record DependentModel(string Name, EquatableArray<string> Needed);
