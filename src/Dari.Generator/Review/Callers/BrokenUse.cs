using Dari.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Dari.Generator.Review.Callers;

/// <summary>A place in a program, and the change that breaks it.</summary>
internal sealed record BrokenUse(Location Location, PendingUseModel Use);
