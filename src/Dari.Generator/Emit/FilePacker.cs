using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Equality;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>
/// Puts declarations into files. A keystroke costs the compiler time quadratic in their number, so that only a small
/// document has a file a type. In a larger one a type's name alone says which file it is in: adding a schema touches one.
/// </summary>
internal sealed class FilePacker(ClientScope scope)
{
    private const int FewFiles = 64;
    private const int TypesPerFile = 64;
    private const int MaxBuckets = 32;

    // The client, its errors and its resolver.
    private const int FixedFiles = 3;
    private const int MaxFiles = 100;

    // A namespace belongs to one document alone (RequestAdmission); two clients may well have one name.
    private readonly HintNameScope _names = new(scope.Client.Namespace.Replace("@", ""));

    public IEnumerable<GeneratedFile> Types()
    {
        EquatableArray<TypeModel> types = scope.Client.Types;
        return FixedFiles + scope.Client.Tags.Count + (2 * types.Count) <= FewFiles
            ? types.SelectMany(OneByOne)
            : InBuckets(types, type => type.Name.Plain, Buckets(types.Count)).SelectMany(Packed);
    }

    public IEnumerable<GeneratedFile> Tags()
    {
        EquatableArray<TagModel> tags = scope.Client.Tags;
        if (FixedFiles + tags.Count + (2 * Buckets(scope.Client.Types.Count)) <= MaxFiles)
        {
            return tags.Select(tag => Single(tag.Type.Plain, "", TagClientEmitter.Origin(tag), TagClientEmitter.Part(tag, scope)));
        }

        return InBuckets(tags, tag => tag.Type.Plain, MaxBuckets)
            .Select(bucket => Pack("Clients", "", bucket.Key, bucket.Select(tag => (TagClientEmitter.Origin(tag), TagClientEmitter.Part(tag, scope)))));
    }

    public GeneratedFile Single(string name, string suffix, string? origin, FilePart part) =>
        NewFile(suffix).From(origin).Add(part).Build(_names.Take(name, suffix + ".g.cs"));

    private IEnumerable<GeneratedFile> OneByOne(TypeModel type)
    {
        Declaration declaration = TypeEmitter.Declare(type, scope);
        yield return Single("Models/" + declaration.Name, "", declaration.Pointer, declaration.Shape);
        if (declaration.Wire is { } wire)
        {
            yield return Single("Models/" + declaration.Name, "." + declaration.WireSuffix, declaration.Pointer, wire);
        }
    }

    // A bucket at a time: the templates of all types at once would fill the memory.
    private IEnumerable<GeneratedFile> Packed(IGrouping<int, TypeModel> bucket)
    {
        Declaration[] declarations = bucket.Select(type => TypeEmitter.Declare(type, scope)).ToArray();
        yield return Pack("Models/Models", "", bucket.Key, declarations.Select(one => (one.Pointer, one.Shape)));

        (string, FilePart)[] wires = declarations.Where(one => one.Wire is not null).Select(one => (one.Pointer, one.Wire!)).ToArray();
        if (wires.Length > 0)
        {
            yield return Pack("Models/Models", ".Json", bucket.Key, wires);
        }
    }

    private GeneratedFile Pack(string name, string suffix, int bucket, IEnumerable<(string Origin, FilePart Part)> parts)
    {
        SourceFile file = NewFile(suffix).From(null);
        foreach ((string origin, FilePart part) in parts)
        {
            file.Add(part with { Code = Lines.Stacked(Docs.Comment(origin), part.Code) });
        }

        return file.Build(_names.Take(name + bucket.ToString("00"), suffix + ".g.cs"));
    }

    private SourceFile NewFile(string suffix) => new(scope) { IsJson = suffix.Length > 0 };

    private static IEnumerable<IGrouping<int, T>> InBuckets<T>(IEnumerable<T> items, Func<T, string> name, int count) => items
        .GroupBy(item => (int)(StableHash.Of(name(item)) & (uint)(count - 1)))
        .OrderBy(bucket => bucket.Key);

    // A power of two, so that a document that doubles splits its files instead of shuffling them.
    private static int Buckets(int count)
    {
        int buckets = 1;
        while (buckets < MaxBuckets && count > buckets * TypesPerFile)
        {
            buckets *= 2;
        }

        return buckets;
    }
}
