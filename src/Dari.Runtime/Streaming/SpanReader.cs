namespace Dari.Streaming;

/// <summary>Makes a value of bytes that stay where they are.</summary>
internal delegate T SpanReader<out T>(ReadOnlySpan<byte> utf8);
