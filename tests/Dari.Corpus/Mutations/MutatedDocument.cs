using System.Text.Json.Nodes;
using Dari.Corpus.Reading;

namespace Dari.Corpus.Mutations;

/// <summary>
/// A document that nobody wrote: a real one with some dozens of changes at random places, the same for the same seed.
/// What comes out is still a document that a generator has to take: each change leaves OpenAPI to OpenAPI.
/// </summary>
internal sealed class MutatedDocument(JsonObject root, Random random)
{
    private const int Least = 25;
    private const int PerPlace = 15;

    /// <summary>A copy of the document with changes.</summary>
    public static JsonObject Of(SpecJson spec, Random random)
    {
        var root = (JsonObject)spec.Root.DeepClone();
        new MutatedDocument(root, random).Run(spec);
        return root;
    }

    private void Run(SpecJson spec)
    {
        var document = new DocumentMutations(root, spec.IsSwagger, random);
        bool isJsonSchema = document.Relabel(spec.Version);
        var places = new DocumentPlaces(spec.IsSwagger, root);
        var schemas = new SchemaMutations(root, spec.IsSwagger, isJsonSchema, random);
        var vendors = new VendorMutations(spec.IsSwagger, isJsonSchema, random);
        var operations = new OperationMutations(root, spec.IsSwagger, random);
        var parameters = new ParameterMutations(spec.IsSwagger, random);
        int count = Least + ((places.Schemas.Count + places.Operations.Count) / PerPlace);
        var keywords = new KeywordMutations(spec.IsSwagger, isJsonSchema, random);
        var compositions = new CompositionMutations(root, spec.IsSwagger, isJsonSchema, random);
        var references = new ReferenceMutations(root, spec.IsSwagger, random);
        var wires = new WireMutations(spec.IsSwagger, random);
        for (int i = 0; i < count; i++)
        {
            JsonObject? schema = places.Schemas.Count > 0 ? places.Schemas[random.Next(places.Schemas.Count)] : null;
            JsonObject operation = places.Operations.Count > 0 ? places.Operations[random.Next(places.Operations.Count)] : [];
            switch (random.Next(12))
            {
                case 0 or 1: operations.Change(operation); break;
                case 2: parameters.Change(operation); break;
                case 3: wires.Change(operation); break;
                case 4: references.Change(operation, schema); break;
                case 5 or 6 when schema is not null: vendors.Change(schema); break;
                case 7 or 8 when schema is not null: schemas.Change(schema); break;
                case 9 or 10 when schema is not null: keywords.Change(schema); break;
                case 11 when schema is not null: compositions.Change(schema); break;
            }
        }

        // Last, because these move what the places above are part of.
        for (int i = random.Next(4); i > 0; i--)
        {
            document.Change(places.Operations);
        }
    }
}
