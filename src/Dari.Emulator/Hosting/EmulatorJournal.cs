using System.Collections.Concurrent;

namespace Dari.Emulator.Hosting;

/// <summary>What has happened since the emulator started.</summary>
internal sealed class EmulatorJournal
{
    private readonly ConcurrentQueue<RecordedCall> _calls = new();
    private readonly ConcurrentQueue<ContractViolation> _violations = new();

    public IReadOnlyList<RecordedCall> Calls => [.. _calls];

    public IReadOnlyList<ContractViolation> Violations => [.. _violations];

    public void Record(RecordedCall call) => _calls.Enqueue(call);

    public void Record(ContractViolation violation) => _violations.Enqueue(violation);
}
