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
    private const int MaxBuckets = 8;

    // The client, its webhooks, its errors and its resolver.
    private const int FixedFiles = 4;
    private const int MaxFiles = 32;

    // A namespace belongs to one document alone (RequestAdmission); two clients may well have one name.
    private readonly HintNameScope _names = new(scope.Client.Namespace.Replace("@", ""));

    // Two, because the two files of a bucket are written side by side.
    private readonly TextBuffer _shapes = new();
    private readonly TextBuffer _wires = new();

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

        return InBuckets(tags, tag => tag.Type.Plain, MaxBuckets).Select(PackTags);
    }

    public GeneratedFile Single(string name, string suffix, string? origin, FilePart part) =>
        Single(new SourceFile(scope, _shapes), name, suffix, origin, part);

    /// <summary>A file without code.</summary>
    public GeneratedFile Comments(string name, string suffix, string text) => new(_names.Take(name, suffix), text);

    private IEnumerable<GeneratedFile> OneByOne(TypeModel type)
    {
        Declaration declaration = TypeEmitter.Declare(type, scope);
        yield return Single(TypeFile(_shapes), "Models/" + declaration.Name, "", declaration.Pointer, declaration.Shape);
        if (declaration.Wire is { } wire)
        {
            yield return Single(TypeFile(_shapes), "Models/" + declaration.Name, "." + declaration.WireSuffix, declaration.Pointer, wire);
        }
    }

    // A type at a time: the templates of all would fill the memory.
    private IEnumerable<GeneratedFile> Packed(IGrouping<int, TypeModel> bucket)
    {
        SourceFile shapes = TypeFile(_shapes).From(null);
        SourceFile wires = TypeFile(_wires).From(null);
        bool hasWires = false;
        foreach (TypeModel type in bucket)
        {
            Declaration declaration = TypeEmitter.Declare(type, scope);
            Add(shapes, declaration.Pointer, declaration.Shape);
            if (declaration.Wire is { } wire)
            {
                Add(wires, declaration.Pointer, wire);
                hasWires = true;
            }
        }

        yield return Build(shapes, "Models/Models", "", bucket.Key);
        if (hasWires)
        {
            yield return Build(wires, "Models/Models", ".Json", bucket.Key);
        }
    }

    private GeneratedFile PackTags(IGrouping<int, TagModel> bucket)
    {
        SourceFile file = new SourceFile(scope, _shapes).From(null);
        foreach (TagModel tag in bucket)
        {
            Add(file, TagClientEmitter.Origin(tag), TagClientEmitter.Part(tag, scope));
        }

        return Build(file, "Clients", "", bucket.Key);
    }

    private static void Add(SourceFile file, string origin, FilePart part) =>
        file.Add(part with { Code = Lines.Stacked(Docs.Comment(origin), part.Code) });

    private GeneratedFile Build(SourceFile file, string name, string suffix, int bucket) =>
        file.Build(_names.Take(name + bucket.ToString("00"), suffix + ".g.cs"));

    private SourceFile TypeFile(TextBuffer buffer) => new(scope, buffer) { IsOfTypes = true };

    private GeneratedFile Single(SourceFile file, string name, string suffix, string? origin, FilePart part) =>
        file.From(origin).Add(part).Build(_names.Take(name, suffix + ".g.cs"));

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
