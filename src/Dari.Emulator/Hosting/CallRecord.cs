namespace Dari.Emulator.Hosting;

/// <summary>The record of one call, which is written once.</summary>
internal sealed class CallRecord(EmulatorJournal journal, string service, string operationId)
{
    private int _written;

    public void Write(int status)
    {
        if (Interlocked.Exchange(ref _written, 1) == 0)
        {
            journal.Record(new RecordedCall(service, operationId, status));
        }
    }
}
