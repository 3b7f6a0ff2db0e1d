namespace Dari.Http;

/// <summary>How a map is written into a query or a form.</summary>
public enum MapStyle
{
    /// <summary>Each member by itself, its key behind the prefix: <c>prefixkey=value</c>.</summary>
    Exploded,

    /// <summary>Each member by itself, its key in brackets: <c>name[key]=value</c>.</summary>
    DeepObject,

    /// <summary>Keys and values in turn, joined by commas: <c>name=key,value,key,value</c>.</summary>
    Comma,

    /// <summary>The same joined by spaces: <c>name=key%20value</c>.</summary>
    Space,

    /// <summary>The same joined by bars: <c>name=key%7Cvalue</c>.</summary>
    Pipe,
}
