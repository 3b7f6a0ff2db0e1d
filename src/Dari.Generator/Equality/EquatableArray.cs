using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Dari.Generator.Equality;

/// <summary>
/// An immutable array that compares by its items. <see cref="ImmutableArray{T}"/> compares by reference, which would
/// make every step of the pipeline <c>Modified</c> on every run.
/// </summary>
internal readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
{
    public static readonly EquatableArray<T> Empty = new(Array.Empty<T>());

    private readonly T[]? _items;

    public EquatableArray(T[] items) => _items = items;

    public int Count => _items?.Length ?? 0;

    public T this[int index] => (_items ?? throw new ArgumentOutOfRangeException(nameof(index)))[index];

    public static implicit operator EquatableArray<T>(T[] items) => new(items);

    public static implicit operator EquatableArray<T>(List<T> items) => new(items.ToArray());

    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    public bool Equals(EquatableArray<T> other)
    {
        if (ReferenceEquals(_items, other._items))
        {
            return true;
        }

        if (Count != other.Count)
        {
            return false;
        }

        for (int i = 0; i < Count; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(_items![i], other._items![i]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        int hash = 17;
        foreach (T item in _items ?? Array.Empty<T>())
        {
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        }

        return hash;
    }

    /// <summary>For <c>foreach</c>, which then allocates nothing.</summary>
    public Enumerator GetEnumerator() => new(Items);

    // Those of LINQ would box the array and ask for its items one by one.
    public IEnumerable<TResult> Select<TResult>(Func<T, TResult> map) => Items.Select(map);

    public IEnumerable<T> Where(Func<T, bool> fits) => Items.Where(fits);

    public IEnumerable<TResult> SelectMany<TResult>(Func<T, IEnumerable<TResult>> map) => Items.SelectMany(map);

    public bool Any(Func<T, bool> fits)
    {
        foreach (T item in Items)
        {
            if (fits(item))
            {
                return true;
            }
        }

        return false;
    }

    public bool All(Func<T, bool> fits)
    {
        foreach (T item in Items)
        {
            if (!fits(item))
            {
                return false;
            }
        }

        return true;
    }

    private T[] Items => _items ?? Array.Empty<T>();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Items.GetEnumerator();

    internal struct Enumerator(T[] items)
    {
        private int _index = -1;

        public readonly T Current => items[_index];

        public bool MoveNext() => ++_index < items.Length;
    }
}

/// <summary>Ends a query in an <see cref="EquatableArray{T}"/>.</summary>
internal static class EquatableArrayExtensions
{
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items) => new(items.ToArray());
}
