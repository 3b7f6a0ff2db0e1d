using System;

namespace Dari.Generator.Specs.Overlays.Patterns;

/// <param name="Accepts">The characters that lead on; <see langword="null"/> where none is needed.</param>
/// <param name="Next">The state behind this one, or -1.</param>
/// <param name="Other">A second state behind this one, or -1.</param>
internal sealed record PatternState(Func<int, bool>? Accepts, int Next, int Other)
{
    public bool IsEnd => Accepts is null && Next < 0 && Other < 0;
}
