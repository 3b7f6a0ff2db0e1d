namespace Dari.Generator.Binding.Naming;

/// <summary>Names that methods of a generated class cannot have.</summary>
internal static class MethodNames
{
    /// <summary>What every object has.</summary>
    public static readonly string[] OfObject =
        ["Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals"];
}
