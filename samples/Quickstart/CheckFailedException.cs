namespace Quickstart;

/// <summary>A service answered, but not with what was expected of it.</summary>
internal sealed class CheckFailedException(string problem) : Exception(problem);
