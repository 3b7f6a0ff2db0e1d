using System.Text.Json.Nodes;
using Dari.Corpus.Reading;

namespace Dari.Corpus.Mutations;

/// <summary>
/// A document that nobody wrote: a real one with some dozens of changes at random places, the same for the same seed.
/// What comes out is still a document that a generator has to take: each change leaves OpenAPI to OpenAPI.
/// </summary>
internal sealed class MutatedDocument(JsonObject root, Random random)
{
    private const int Least = 10;
    private const int PerPlace = 40;

    /// <summary>A copy of the document with changes.</summary>
    public static JsonObject Of(SpecJson spec, int seed)
    {
        var root = (JsonObject)spec.Root.DeepClone();
        new MutatedDocument(root, new Random(seed)).Run(spec);
        return root;
    }

    private void Run(SpecJson spec)
    {
        var document = new DocumentMutations(root, spec.IsSwagger, random);
        bool isRaised = spec.Version.StartsWith("3.0", StringComparison.Ordinal) && random.Next(4) == 0;
        if (isRaised)
        {
            document.Raise();
        }

        bool isJsonSchema = isRaised || spec.Version.StartsWith("3.1", StringComparison.Ordinal) || spec.Version.StartsWith("3.2", StringComparison.Ordinal);
        var places = new DocumentPlaces(spec.IsSwagger, root);
        var schemas = new SchemaMutations(root, spec.IsSwagger, isJsonSchema, random);
        var vendors = new VendorMutations(spec.IsSwagger, isJsonSchema, random);
        var operations = new OperationMutations(root, spec.IsSwagger, random);
        var parameters = new ParameterMutations(spec.IsSwagger, random);
        int count = Least + ((places.Schemas.Count + places.Operations.Count) / PerPlace);
        for (int i = 0; i < count; i++)
        {
            bool isOther = random.Next(2) == 0;
            if (places.Operations.Count > 0 && random.Next(3) == 0)
            {
                JsonObject operation = places.Operations[random.Next(places.Operations.Count)];
                if (isOther)
                {
                    parameters.Change(operation);
                }
                else
                {
                    operations.Change(operation);
                }
            }
            else if (places.Schemas.Count > 0)
            {
                JsonObject schema = places.Schemas[random.Next(places.Schemas.Count)];
                if (isOther)
                {
                    vendors.Change(schema);
                }
                else
                {
                    schemas.Change(schema);
                }
            }
        }

        // Last, because these move what the places above are part of.
        for (int i = random.Next(4); i > 0; i--)
        {
            document.Change(places.Operations);
        }
    }
}
