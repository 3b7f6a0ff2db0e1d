using Dari.Http;

namespace Dari.Streaming;

/// <summary>Makes a value of the event on which a reader stands.</summary>
internal delegate T EventDecoder<out T>(OpenReply reply, EventReader one);
