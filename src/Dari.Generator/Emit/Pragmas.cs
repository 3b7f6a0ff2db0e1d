using System;

namespace Dari.Generator.Emit;

/// <summary>Warnings that a file has to switch off. None is switched off where it could not come up.</summary>
[Flags]
internal enum Pragmas
{
    None = 0,

    /// <summary>CS1591.</summary>
    Undocumented = 1,

    /// <summary>CS0618.</summary>
    Deprecated = 2,
}
