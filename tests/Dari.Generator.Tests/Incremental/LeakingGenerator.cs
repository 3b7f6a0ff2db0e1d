using Microsoft.CodeAnalysis;

namespace Dari.Generator.Tests.Incremental;

/// <summary>What a <see cref="LeakingGenerator"/> keeps.</summary>
public enum Leak
{
    Compilation,
    Symbol,
    SyntaxTree,
    Location,
}

/// <summary>A generator that keeps what it must not, deep inside of a value, so that the guard has something to find.</summary>
internal sealed class LeakingGenerator(Leak leak) : IIncrementalGenerator
{
    public const string Step = "Leak";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<Holder> holders = context.CompilationProvider
            .Select((compilation, _) => new Holder("outer", [new Holder("inner", [], Of(compilation))], null))
            .WithTrackingName(Step);
        context.RegisterSourceOutput(holders, static (_, _) => { });
    }

    private object Of(Compilation compilation) => leak switch
    {
        Leak.Compilation => compilation,
        Leak.Symbol => compilation.GlobalNamespace,
        Leak.SyntaxTree => compilation.SyntaxTrees.First(),
        _ => compilation.SyntaxTrees.First().GetRoot().GetLocation(),
    };

    private sealed record Holder(string Name, Holder[] Inner, object? Kept);
}
