using System.Runtime.InteropServices;
using Dari.Agents;
using Quickstart;
using Quickstart.Steps;

// The first Ctrl+C stops in an orderly way, a second one at once.
using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

var log = new StepLog(Terminal.Open(), stop.Token);
try
{
    await using Services services = await Services.StartAsync(log);
    using var folder = new TemporaryFolder();

    CreatedAgent agent = await new PublishAgent(services.Dari, log, folder).RunAsync();
    await new TalkToAgent(services.Dari, log, folder).RunAsync(agent);
    await new UseSandbox(services.Sandbox, log, folder).RunAsync();
    await new BuildSnapshot(services.Snapshot, log).RunAsync();

    log.Finish();
    return 0;
}
catch (StepFailedException failure)
{
    log.Fail(failure);
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
