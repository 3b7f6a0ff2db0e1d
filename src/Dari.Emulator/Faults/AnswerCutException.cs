namespace Dari.Emulator.Faults;

/// <summary>
/// Ends an answer that has begun. When it reaches the server, what was written is still sent, and then the connection is
/// closed without an end of the body; a reset could overtake the bytes.
/// </summary>
internal sealed class AnswerCutException() : IOException("A fault cut the answer.");
