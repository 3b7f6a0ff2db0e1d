using System;

namespace Dari.Generator.Specs.Syntax;

/// <summary>
/// Children of the containers that are still open, on one array: each container takes its own off the top when it
/// closes, as an array of exactly their number.
/// </summary>
internal sealed class NodeStack<T>
{
    private T[] _items = new T[256];

    public int Count { get; private set; }

    public void Push(T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = item;
    }

    public T this[int index] => _items[index];

    /// <summary>Takes off everything from <paramref name="mark"/> on.</summary>
    public T[] PopFrom(int mark)
    {
        if (Count == mark)
        {
            return [];
        }

        var taken = new T[Count - mark];
        Array.Copy(_items, mark, taken, 0, taken.Length);
        Count = mark;
        return taken;
    }
}
