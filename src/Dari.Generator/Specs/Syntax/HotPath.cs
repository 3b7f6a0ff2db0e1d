using System.Runtime.CompilerServices;

namespace Dari.Generator.Specs.Syntax;

/// <summary>
/// For the few methods in which a document spends its time. A build runs the generator once, so without this they run
/// as the first, unoptimised code of the just-in-time compiler from beginning to end.
/// </summary>
internal static class HotPath
{
    /// <summary><c>MethodImplOptions.AggressiveOptimization</c>, which netstandard2.0 has no name for.</summary>
    public const MethodImplOptions Optimized = (MethodImplOptions)512;
}
