namespace Dari.Streaming;

/// <summary>The field <c>retry</c> of an event stream: milliseconds in ASCII digits and nothing else.</summary>
internal static class RetryField
{
    /// <returns>Null when it is to be ignored. What no timer could wait is bounded where it is used.</returns>
    internal static TimeSpan? Read(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return null;
        }

        long total = 0;
        foreach (byte digit in value)
        {
            total = Math.Min((total * 10) + (digit - '0'), int.MaxValue);
        }

        return TimeSpan.FromMilliseconds(total);
    }
}
