using Dari.Generator.Equality;

namespace Dari.Generator.Model;

/// <summary>What is emitted for people and tools that review a client; nothing of it comes into the assembly.</summary>
/// <param name="Name">Name of the surface file without its extension.</param>
/// <param name="Surface">Lines of it; empty when nobody asks for it.</param>
/// <param name="Pending">What a change breaks that nobody has approved yet.</param>
internal sealed record ReviewModel(string Name, EquatableArray<string> Surface, EquatableArray<PendingUseModel> Pending);

/// <summary>
/// A member that programs may use and that a pending change breaks. <paramref name="Member"/> is empty where the type
/// itself is meant.
/// </summary>
internal sealed record PendingUseModel(string Type, string Member, string Reason);
