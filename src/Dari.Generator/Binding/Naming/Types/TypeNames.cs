using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Model;
using Dari.Generator.Specs;
using Dari.Generator.Specs.References;

namespace Dari.Generator.Binding.Naming.Types;

/// <summary>
/// Names of all types of a document, settled before any is bound: first those of the schemas that the document names, then
/// level by level what stands within them. Neither the order of the document nor which operations are asked for matters.
/// </summary>
internal sealed class TypeNames
{
    private readonly BindingContext _context;
    private readonly InlineParts _parts;
    private readonly Dictionary<ApiSchema, Identifier> _names = [];
    private readonly Dictionary<SpecPointer, Identifier> _places = [];
    private readonly Dictionary<ApiSchema, Identifier> _forms = [];
    private readonly Dictionary<ApiSchema, NameHint> _hints = [];
    private readonly Dictionary<(ApiOperation, OperationRole), Identifier> _roles = [];
    private readonly Dictionary<Identifier, string> _clashes = [];

    public TypeNames(BindingContext context)
    {
        _context = context;
        _parts = new InlineParts(context.Folder, context.Classifier, context.Overrides);
    }

    /// <summary>The name of the type that a schema becomes; <see langword="null"/> when its binder made the schema up.</summary>
    public Identifier? Of(ApiSchema target) => _names.TryGetValue(target, out Identifier name) ? name : null;

    /// <summary>
    /// The name of what stands where a schema stands that its binder made up: a member that an allOf describes again. The
    /// part it stands for has no type of its own then.
    /// </summary>
    public Identifier? OfPlace(ApiSchema target) => target.AllOf.Count > 0 && _places.TryGetValue(target.Place, out Identifier name) ? name : null;

    /// <summary>The name of the record that is sent as a form of a schema.</summary>
    public Identifier? FormOf(ApiSchema target) => _forms.TryGetValue(target, out Identifier name) ? name : null;

    /// <summary>What parts of a schema are called after.</summary>
    public NameHint? HintOf(ApiSchema target) => _hints.TryGetValue(target, out NameHint hint) ? hint : null;

    public Identifier Of(ApiOperation operation, OperationRole role) => _roles[(operation, role)];

    /// <summary>What a name would have been if it had been free.</summary>
    public string? WishedFor(Identifier name) => _clashes.TryGetValue(name, out string? wish) ? wish : null;

    /// <summary>Schemas under components: they come before everything that stands elsewhere.</summary>
    public void NameComponents()
    {
        ApiNamedSchema[] declared = _context.Document.Schemas.Where(component => IsDeclared(component.Schema)).ToArray();
        Identifier[] names = Settle(declared.Select(Component).ToArray());
        for (int i = 0; i < declared.Length; i++)
        {
            (_context.Usage.IsFormOnly(declared[i].Schema) ? _forms : _names)[declared[i].Schema] = names[i];
        }
    }

    /// <summary>Everything else.</summary>
    public void NameParts()
    {
        IEnumerable<InlinePart> components = _context.Document.Schemas
            .Where(component => ShapeFolder.Follow(component.Schema, out _) == component.Schema)
            .Select(component => new InlinePart(component.Schema, [new NameHint(ComponentName(component))]));
        var roots = new OperationParts(_context);
        NameRoles(roots);
        NameLevels(components.Concat(roots.All()));
        while (Elsewhere() is { Length: > 0 } elsewhere)
        {
            NameLevels(elsewhere);
        }
    }

    private void NameLevels(IEnumerable<InlinePart> parts)
    {
        List<InlinePart> level = Expand(parts);
        while (level.Count > 0)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            NameLevel(level.Where(part => !_names.ContainsKey(part.Schema) && !_forms.ContainsKey(part.Schema)).ToArray());
            level = Expand(level.SelectMany(part => _parts.Of(part.Schema, _hints[part.Schema] = HintFor(part))));
        }
    }

    /// <summary>What references lead to at places where nothing looks for schemas, such as <c>$defs</c>.</summary>
    private InlinePart[] Elsewhere()
    {
        InlinePart[] found = _hints.Keys
            .Select(schema => schema.Reference)
            .OfType<ApiSchema>()
            .Distinct()
            .Where(target => target.ComponentName is null && !_hints.ContainsKey(target))
            .OrderBy(target => target.Pointer, StringComparer.Ordinal)
            .Select(target => new InlinePart(target, [PlaceNames.Of(target.Pointer)]))
            .ToArray();
        return found;
    }

    private NameHint HintFor(InlinePart part) =>
        _names.TryGetValue(part.Schema, out Identifier name) || _forms.TryGetValue(part.Schema, out name) ? new NameHint(name.Plain) : part.Names[0];

    /// <summary>Goes through what has no type of its own (lists, maps, what an allOf adds) to what has one.</summary>
    private List<InlinePart> Expand(IEnumerable<InlinePart> parts)
    {
        var declared = new List<InlinePart>();
        var open = new Stack<InlinePart>(parts);
        while (open.Count > 0)
        {
            InlinePart part = open.Pop();
            if (_hints.ContainsKey(part.Schema))
            {
                continue;
            }

            _hints.Add(part.Schema, part.Names[0]);
            if (_names.ContainsKey(part.Schema) || _forms.ContainsKey(part.Schema) || Declares(part))
            {
                declared.Add(part);
                continue;
            }

            foreach (InlinePart inner in _parts.Of(part.Schema, part.Names[0]))
            {
                open.Push(inner.Names.Count > 1 || part.Names.Count == 1 ? inner : inner with { Names = inner.Names.Concat(part.Names.Skip(1)).ToArray() });
            }
        }

        return declared;
    }

    private void NameLevel(InlinePart[] parts)
    {
        Identifier[] names = Settle(parts.Select(Part).ToArray());
        for (int i = 0; i < parts.Length; i++)
        {
            _names.Add(parts[i].Schema, names[i]);
            _places[parts[i].Schema.Place] = names[i];
        }
    }

    /// <summary>Forms, query records and results of several bodies: types that no schema is.</summary>
    private void NameRoles(OperationParts roots)
    {
        (ApiOperation Operation, OperationRole Role, Contender Name)[] roles = roots.Roles().ToArray();
        (ApiSchema Form, Contender Name)[] forms = roots.Forms().Where(form => !_forms.ContainsKey(form.Schema)).ToArray();
        Identifier[] names = Settle(roles.Select(role => role.Name).Concat(forms.Select(form => form.Name)).ToArray());
        for (int i = 0; i < roles.Length; i++)
        {
            _roles[(roles[i].Operation, roles[i].Role)] = names[i];
        }

        for (int i = 0; i < forms.Length; i++)
        {
            _forms[forms[i].Form] = names[roles.Length + i];
        }
    }

    private Identifier[] Settle(IReadOnlyList<Contender> contenders)
    {
        Identifier[] names = _context.Types.Settle(contenders);
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i].Plain != contenders[i].First)
            {
                _clashes[names[i]] = contenders[i].First;
            }
        }

        return names;
    }

    private Contender Component(ApiNamedSchema component)
    {
        string? asked = _context.Overrides.Type(component.Schema);
        string name = ComponentName(component, useOverride: false);
        // Before the contest: what only another schema of the document wants is told apart from it otherwise.
        bool isTaken = !_context.Types.IsFree(name) || Wanted(component.Schema, name) is null;
        return new Contender(Candidates(component, asked, name, isTaken), asked is null ? LetterCase.Distance(component.Name, name) : 0);
    }

    private IEnumerable<string?> Candidates(ApiNamedSchema component, string? asked, string name, bool isTaken)
    {
        yield return Wanted(component.Schema, asked);
        yield return Wanted(component.Schema, name);
        yield return isTaken ? name + Kind(component.Schema) : null;
        foreach (string? exact in MemberNames.Exactly(component.Name, name))
        {
            yield return exact;
        }

        yield return name + Kind(component.Schema);
    }

    private Contender Part(InlinePart part)
    {
        string? asked = part.IsMember ? _context.Overrides.TypeOfMember(part.Schema) : _context.Overrides.Type(part.Schema);
        return new Contender(Candidates(part, asked), asked is null ? part.Rank : 0);
    }

    private IEnumerable<string?> Candidates(InlinePart part, string? asked)
    {
        yield return Wanted(part.Schema, asked);
        foreach (NameHint name in part.Names)
        {
            yield return Wanted(part.Schema, name.Name);
        }

        yield return part.Names[0].Name + Kind(part.Schema);
        yield return MemberNames.Pascal(part.Schema.Pointer);
    }

    // What holds one value has a member Value, which must not be called as its type.
    private string? Wanted(ApiSchema schema, string? name) =>
        name == "Value" && _context.Classifier.Classify(schema) is SchemaKind.Enum or SchemaKind.Choice ? null : name;

    private string ComponentName(ApiNamedSchema component, bool useOverride = true)
    {
        string? asked = useOverride ? _context.Overrides.Type(component.Schema) : null;
        return asked ?? MemberNames.Pascal(_context.FastApi.BodyName(component.Name) ?? component.Name);
    }

    private string Kind(ApiSchema schema) => _context.Classifier.Classify(schema) switch
    {
        SchemaKind.Enum => "Value",
        SchemaKind.Object => "Object",
        SchemaKind.Union => "Union",
        _ => "Choice",
    };

    private bool IsDeclared(ApiSchema schema) =>
        ShapeFolder.Follow(schema, out _) == schema && (Declares(schema) || _context.Usage.IsFormOnly(schema));

    private bool Declares(InlinePart part) => !part.IsFolded && ShapeFolder.Follow(part.Schema, out _) == part.Schema && Declares(part.Schema);

    private bool Declares(ApiSchema schema) =>
        _context.Classifier.Classify(schema) is SchemaKind.Object or SchemaKind.Enum or SchemaKind.Union or SchemaKind.Choice;
}
