using System;

namespace Dari.Generator.Review.Comparing;

/// <summary>Which way a part of a document travels.</summary>
[Flags]
internal enum Usage
{
    /// <summary>No operation mentions it.</summary>
    None = 0,

    /// <summary>The client writes it.</summary>
    Sent = 1,

    /// <summary>The client reads it.</summary>
    Received = 2,

    Both = Sent | Received,
}
