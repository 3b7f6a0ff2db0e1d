using System.Diagnostics.CodeAnalysis;

namespace Dari;

/// <summary>
/// A member that is absent, or present with a value that may be null: three things that JSON keeps apart.
/// </summary>
/// <typeparam name="T">The value; <c>string?</c> where null is a value.</typeparam>
/// <remarks>
/// The default is absent. A value converts by itself: <c>Name = null</c> sends null, leaving it out sends nothing.
/// </remarks>
[SuppressMessage("Naming", "CA1716", Justification = "A keyword of Visual Basic alone.")]
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly T _value;

    /// <summary>Makes a present value.</summary>
    /// <param name="value">The value; may be null where <typeparamref name="T"/> allows it.</param>
    public Optional(T value)
    {
        _value = value;
        HasValue = true;
    }

    /// <summary>The absent value.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "Reads as a value: Optional<string?>.None.")]
    public static Optional<T> None => default;

    /// <summary>Whether there is a value, be it null.</summary>
    public bool HasValue { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException("The optional value is absent.");

    /// <summary>Makes a present value.</summary>
    /// <param name="value">The value.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "The constructor is the named alternative.")]
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Whether both are absent, or both present with equal values.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when equal.</returns>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <summary>The value, or the type's default when absent.</summary>
    /// <returns>The value or default.</returns>
    public T? GetValueOrDefault() => _value;

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) =>
        HasValue == other.HasValue && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(HasValue, _value);

    /// <summary>The value as text; empty when absent or null.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _value?.ToString() ?? "";
}
