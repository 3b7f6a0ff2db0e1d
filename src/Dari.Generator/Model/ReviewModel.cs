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
/// <param name="Type">Name of the type.</param>
/// <param name="Member">Name of the member.</param>
/// <param name="Reason">What changed and where, for people.</param>
/// <param name="Rule">Id of the rule about it.</param>
/// <param name="NewName">What it is called now; empty where it has no other name.</param>
internal sealed record PendingUseModel(string Type, string Member, string Reason, string Rule = "", string NewName = "");
