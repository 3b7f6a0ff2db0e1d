namespace Dari.Generator.Review.Rules;

/// <summary>What a change does to a program that was written against the old document. The order is that of weight.</summary>
internal enum Level
{
    /// <summary>The program compiles and calls as before.</summary>
    Safe,

    /// <summary>It may behave in another way, or compile with a warning; somebody has to look.</summary>
    Risky,

    /// <summary>It no longer compiles, what it sends is refused, or what it receives cannot be read.</summary>
    Breaking,
}
