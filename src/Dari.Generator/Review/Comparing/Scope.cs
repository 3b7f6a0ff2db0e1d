using Dari.Generator.Review.Contracts;

namespace Dari.Generator.Review.Comparing;

/// <summary>Where a comparison is: in which group, at which path, and which way that travels.</summary>
internal readonly record struct Scope(string Group, string Path, Usage Usage)
{
    public Scope Into(ContractNode child) => this with { Path = (Path + " " + NodeWords.Step(child)).Trim() };

    /// <summary>What is only read, on both sides, is not sent, and the other way round.</summary>
    public Scope WithoutOneWay(ContractNode old, ContractNode now)
    {
        Usage usage = Usage;
        usage &= old.Has("readOnly") && now.Has("readOnly") ? ~Usage.Sent : Usage.Both;
        usage &= old.Has("writeOnly") && now.Has("writeOnly") ? ~Usage.Received : Usage.Both;
        return this with { Usage = usage };
    }
}
