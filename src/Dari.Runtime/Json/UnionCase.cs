namespace Dari.Json;

/// <summary>One case of a union: its members' names, what some of them must be, and its reader.</summary>
internal sealed record UnionCase<T>(byte[][] Required, byte[][] Known, UnionConstant[] Constants, ReadJson<T> Read);
