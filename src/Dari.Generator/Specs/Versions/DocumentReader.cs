using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs.Paths;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Schemas;
using Dari.Generator.Specs.Versions.OpenApi3;
using Dari.Generator.Specs.Versions.Swagger2;

namespace Dari.Generator.Specs.Versions;

/// <summary>Reads a whole document; what its version does differently is left to <see cref="IVersionParts"/>.</summary>
internal sealed class DocumentReader
{
    private readonly ReadContext _context;
    private readonly SpecPlace _root;
    private readonly SpecFile _file;
    private readonly SchemaReader _schemas;
    private readonly IVersionParts _parts;
    private readonly SecurityReader _security;

    public DocumentReader(ReadContext context, SpecFile file)
    {
        _context = context;
        _file = file;
        _root = file.RootPlace;
        _schemas = new SchemaReader(context);
        _security = new SecurityReader(context);
        _parts = context.Dialect == SpecDialect.Swagger20
            ? new SwaggerParts(context, _schemas, _root)
            : new OpenApi3Parts(context, _schemas, _root);
    }

    public ApiDocument Read()
    {
        // Named schemas first: what several places mention has its name then.
        ApiNamedSchema[] schemas = NamedSchemas();
        var paths = new PathsReader(_context, _parts, _security);
        SpecPlace? info = _root.Member("info") is { } member && _context.ExpectObject(member, "an object") ? member : null;
        IReadOnlyList<ApiOperation> operations = _root.Member("paths") is { } map ? paths.Read(map) : [];
        IReadOnlyList<ApiOperation> webhooks =
            (_root.Member("webhooks") ?? _root.Member("x-webhooks")) is { } hooks ? paths.ReadWebhooks(hooks) : [];
        _schemas.Complete();
        return new ApiDocument
        {
            Texts = _file.Source,
            Root = _file.Root,
            Version = _context.Dialect.Version,
            Title = InfoText(info, "title"),
            Summary = InfoText(info, "summary"),
            Description = InfoText(info, "description"),
            Servers = _parts.Servers(),
            Tags = Tags(),
            Operations = operations,
            Webhooks = webhooks,
            Schemas = [.. schemas, .. _schemas.Others],
            SecuritySchemes = _parts.SecuritySchemes(),
            Security = _security.Requirements(_root) ?? [],
        };
    }

    private ApiNamedSchema[] NamedSchemas() =>
        _parts.Schemas() is { } map && _context.ExpectObject(map, "an object of schemas")
            ? [.. map.Members.Select(member => new ApiNamedSchema(member.Name, _schemas.Read(member.Place)))]
            : [];

    private string? InfoText(SpecPlace? info, string name) => info is { } place ? _context.Text(place, name) : null;

    private List<ApiTag> Tags()
    {
        var tags = new List<ApiTag>();
        if (_root.Member("tags") is { } list && _context.ExpectList(list, "a list of tags"))
        {
            foreach (SpecPlace tag in list.Items)
            {
                if (tag.Node.Kind == Syntax.SpecNodeKind.String)
                {
                    tags.Add(new ApiTag(tag.Node.Text, Description: null, tag.Node));
                }
                else if (_context.ExpectObject(tag, "a tag") && _context.Text(tag, "name") is { } name)
                {
                    // 3.2 has a short summary beside the description; it also groups tags (parent) and sorts them (kind), which names nothing.
                    tags.Add(new ApiTag(name, _context.Text(tag, "description") ?? _context.Text(tag, "summary"), tag.Node));
                }
            }
        }

        return tags;
    }
}
