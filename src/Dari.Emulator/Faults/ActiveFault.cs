namespace Dari.Emulator.Faults;

/// <summary>A rule that was added, and what came of it so far.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Matched">How many requests fitted it.</param>
/// <param name="Fired">How many of them the fault happened to.</param>
public sealed record ActiveFault(string Id, FaultRule Rule, int Matched, int Fired);
