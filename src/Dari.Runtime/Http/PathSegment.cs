using System.Text.Json;
using Dari.Json;

namespace Dari.Http;

/// <summary>A part of a path in one of the styles of RFC 6570, encoded already.</summary>
public readonly struct PathSegment : IEquatable<PathSegment>
{
    private readonly string? _encoded;

    private PathSegment(string encoded) =>
        _encoded = encoded is "." or ".." ? encoded.Replace(".", "%2E", StringComparison.Ordinal) : encoded;

    /// <summary>Whether both are the same text.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when equal.</returns>
    public static bool operator ==(PathSegment left, PathSegment right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <inheritdoc cref="op_Equality"/>
    public static bool operator !=(PathSegment left, PathSegment right) => !left.Equals(right);

    /// <summary>Values joined by commas: <c>red,green</c>.</summary>
    /// <param name="values">The values; null ones are left out.</param>
    /// <returns>The segment.</returns>
    public static PathSegment Simple(IEnumerable<string?> values) => new(string.Join(',', Encoded(values)));

    /// <summary>A map: <c>R,100,G,200</c>, exploded <c>R=100,G=200</c>.</summary>
    /// <param name="values">The members; those with null are left out.</param>
    /// <param name="explode">Whether keys and values are joined by an equals sign.</param>
    /// <returns>The segment.</returns>
    public static PathSegment SimpleMap(IEnumerable<KeyValuePair<string, string?>> values, bool explode) =>
        new(string.Join(',', Members(values, explode)));

    /// <summary>Values behind a dot: <c>.red,green</c>, exploded <c>.red.green</c>.</summary>
    /// <param name="values">The values; null ones are left out.</param>
    /// <param name="explode">Whether each value gets a dot.</param>
    /// <returns>The segment.</returns>
    public static PathSegment Label(IEnumerable<string?> values, bool explode) => Dotted(Encoded(values), explode);

    /// <summary>A map behind a dot: <c>.R,100,G,200</c>, exploded <c>.R=100.G=200</c>.</summary>
    /// <param name="values">The members; those with null are left out.</param>
    /// <param name="explode">Whether each member gets a dot.</param>
    /// <returns>The segment.</returns>
    public static PathSegment LabelMap(IEnumerable<KeyValuePair<string, string?>> values, bool explode) =>
        Dotted(Members(values, explode), explode);

    /// <summary>
    /// Values behind a semicolon and their name: <c>;color=red,green</c>, exploded <c>;color=red;color=green</c>.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values; null ones are left out.</param>
    /// <param name="explode">Whether each value gets the name.</param>
    /// <returns>The segment.</returns>
    public static PathSegment Matrix(string name, IEnumerable<string?> values, bool explode)
    {
        string[] all = [.. Encoded(values)];
        string[] parts = all.Length == 0 || explode ? all : [string.Join(',', all)];

        // RFC 6570: an empty value has no equals sign.
        string encoded = PercentText.Encode(name);
        return new(string.Concat(parts.Select(part => part.Length > 0 ? $";{encoded}={part}" : $";{encoded}")));
    }

    /// <summary>A map behind a semicolon: <c>;color=R,100,G,200</c>, exploded <c>;R=100;G=200</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The members; those with null are left out.</param>
    /// <param name="explode">Whether each member stands by itself, without the name.</param>
    /// <returns>The segment.</returns>
    public static PathSegment MatrixMap(string name, IEnumerable<KeyValuePair<string, string?>> values, bool explode)
    {
        string[] members = [.. Members(values, explode)];
        return new(explode || members.Length == 0
            ? string.Concat(members.Select(static member => ";" + member))
            : $";{PercentText.Encode(name)}={string.Join(',', members)}");
    }

    /// <summary>A value of any kind by what it is: an object as a map, a list as values, all else as one value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it as JSON, whose parts are taken.</param>
    /// <param name="explode">Whether keys and values are joined by an equals sign.</param>
    /// <returns>The segment.</returns>
    public static PathSegment SimpleValue<T>(T value, WriteJson<T> write, bool explode) =>
        AnyJson.FromModel(value, write) is { ValueKind: JsonValueKind.Object } json
            ? SimpleMap(JsonParts.Members(json), explode)
            : Simple(JsonParts.Items(AnyJson.FromModel(value, write)));

    /// <summary>The same behind a dot.</summary>
    /// <inheritdoc cref="SimpleValue"/>
    public static PathSegment LabelValue<T>(T value, WriteJson<T> write, bool explode) =>
        AnyJson.FromModel(value, write) is { ValueKind: JsonValueKind.Object } json
            ? LabelMap(JsonParts.Members(json), explode)
            : Label(JsonParts.Items(AnyJson.FromModel(value, write)), explode);

    /// <summary>The same behind a semicolon and the name.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it as JSON, whose parts are taken.</param>
    /// <param name="explode">Whether each part stands by itself.</param>
    /// <returns>The segment.</returns>
    public static PathSegment MatrixValue<T>(string name, T value, WriteJson<T> write, bool explode) =>
        AnyJson.FromModel(value, write) is { ValueKind: JsonValueKind.Object } json
            ? MatrixMap(name, JsonParts.Members(json), explode)
            : Matrix(name, JsonParts.Items(AnyJson.FromModel(value, write)), explode);

    /// <inheritdoc/>
    public bool Equals(PathSegment other) => ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PathSegment other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The text as it stands in the path.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _encoded ?? "";

    private static PathSegment Dotted(IEnumerable<string> parts, bool explode)
    {
        string[] all = [.. parts];
        return new(all.Length == 0 ? "" : "." + string.Join(explode ? '.' : ',', all));
    }

    private static IEnumerable<string> Encoded(IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.OfType<string>().Select(PercentText.Encode);
    }

    private static IEnumerable<string> Members(IEnumerable<KeyValuePair<string, string?>> values, bool explode)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach ((string key, string? value) in values)
        {
            if (value is not null)
            {
                yield return $"{PercentText.Encode(key)}{(explode ? '=' : ',')}{PercentText.Encode(value)}";
            }
        }
    }
}
