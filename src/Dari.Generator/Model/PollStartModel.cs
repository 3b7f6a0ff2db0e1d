using Dari.Generator.Equality;

namespace Dari.Generator.Model;

/// <summary>A method that starts some work and asks for its state, with another operation, until it is final.</summary>
internal sealed record PollStartModel : CompanionModel
{
    public required ValueModel State { get; init; }

    /// <summary>The parameter for how often and how long.</summary>
    public required Identifier Parameter { get; init; }

    /// <summary>The client of the group of the method that waits, where that is another one.</summary>
    public Identifier? Client { get; init; }

    /// <summary>The method that waits.</summary>
    public required Identifier Wait { get; init; }

    /// <summary>Its parameter for how often and how long.</summary>
    public required Identifier WaitParameter { get; init; }

    public required EquatableArray<PollArgumentModel> Arguments { get; init; }
}

/// <summary>An argument of the method that waits.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Given">The parameter of the starting method that it gets; <see langword="null"/>: a member of the answer.</param>
/// <param name="Steps">The members of the answer that lead to it.</param>
internal sealed record PollArgumentModel(Identifier Name, Identifier? Given, EquatableArray<Identifier> Steps);
