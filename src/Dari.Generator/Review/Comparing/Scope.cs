using Dari.Generator.Review.Contracts;

namespace Dari.Generator.Review.Comparing;

/// <summary>Where a comparison is: in which group, at which path, and which way that travels.</summary>
internal readonly record struct Scope(string Group, string Path, Usage Usage)
{
    public Scope Into(ContractNode child) => this with { Path = (Path + " " + NodeWords.Step(child)).Trim() };
}
