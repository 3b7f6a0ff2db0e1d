namespace Dari.Json;

/// <summary>One case of a union: its members' names, and its constant strings as name and value in turn.</summary>
internal sealed record UnionCase(byte[][] Required, byte[][] Known, byte[][] Constants);
