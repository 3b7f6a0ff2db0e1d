namespace Dari.Corpus.Values;

/// <summary>A schema that requires itself, or contradicts itself, has no finite instance.</summary>
internal sealed class NoInstanceException() : Exception("The schema has no finite instance.");
