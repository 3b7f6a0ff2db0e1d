namespace Dari.Uploads;

/// <summary>How far an upload is.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="TotalBytes">The size of the content; while a stream is spooled, what has been read of it.</param>
/// <param name="SentBytes">
/// Bytes that this run gave to the connection. A part that has to be sent again counts again, so it can exceed the total.
/// </param>
/// <param name="ConfirmedBytes">Bytes of parts that the service has, from earlier runs as well.</param>
/// <param name="TotalParts">The number of parts; 0 until the service has said how large they are.</param>
/// <param name="ConfirmedParts">Parts that the service has.</param>
/// <param name="BytesPerSecond">Bytes sent in a second, over the last five or so.</param>
public readonly record struct TransferProgress(
    TransferPhase Phase,
    long TotalBytes,
    long SentBytes,
    long ConfirmedBytes,
    int TotalParts,
    int ConfirmedParts,
    double BytesPerSecond);
