using System.Reflection;

namespace Dari.Generator.Tests.Incremental;

/// <summary>The tracked steps, from where they are declared, so that one that is added is tested as well.</summary>
internal static class AllSteps
{
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(PipelineSteps).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!),
    ];
}
