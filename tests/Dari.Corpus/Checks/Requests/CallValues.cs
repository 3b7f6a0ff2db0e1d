using System.Text.Json.Nodes;

namespace Dari.Corpus.Checks.Requests;

/// <summary>The values of one call: as JSON for each parameter that is given, and for the body.</summary>
internal sealed class CallValues
{
    private readonly Dictionary<(string Place, string Name), JsonNode?> _values = [];
    private readonly HashSet<(string Place, string Name)> _filledIn = [];

    /// <summary>The media type that the method sends; <see langword="null"/> when it takes no body.</summary>
    public string? BodyType { get; set; }

    /// <summary>The generator's word for the form of the body.</summary>
    public string BodyKind { get; set; } = "";

    public JsonNode? Body { get; set; }

    /// <summary>The document requires a body.</summary>
    public bool MustHaveBody { get; set; }

    /// <summary>Null: it is not given, so it must not be sent.</summary>
    public JsonNode? Of(DeclaredParameter parameter) => _values.GetValueOrDefault((parameter.Place, parameter.Name));

    public JsonNode? Of(string place, string name) => _values.GetValueOrDefault((place.ToLowerInvariant(), name));

    public bool Has(DeclaredParameter parameter) => _values.ContainsKey((parameter.Place, parameter.Name));

    public void Give(string place, string name, JsonNode? value) => _values[(place, name)] = value;

    /// <summary>The runtime sends it by itself: a credential, or the key of an idempotent call.</summary>
    public void FillIn(string place, string name) => _filledIn.Add((place, name.ToLowerInvariant()));

    public bool IsFilledIn(DeclaredParameter parameter) => _filledIn.Contains((parameter.Place, parameter.Name.ToLowerInvariant()));
}
