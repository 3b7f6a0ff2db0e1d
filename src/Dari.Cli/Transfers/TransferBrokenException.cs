namespace Dari.Cli.Transfers;

/// <summary>The connection broke within a body.</summary>
internal sealed class TransferBrokenException(IOException cause) : IOException($"The connection broke: {cause.Message}", cause);
