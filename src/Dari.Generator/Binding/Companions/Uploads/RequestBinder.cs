using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Diagnostics;
using Dari.Generator.Equality;
using Dari.Generator.Model;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Companions.Uploads;

/// <summary>Parts the announcement into what an upload knows of itself and what its caller decides.</summary>
internal sealed class RequestBinder(TypeTable types, ExtensionSection section, ObjectModel request)
{
    public static readonly (string Name, UploadSourceKind Kind)[] Kinds =
        [("file", UploadSourceKind.File), ("stream", UploadSourceKind.Stream), ("directory", UploadSourceKind.Directory)];

    /// <summary>What the extension fills in for some kind of source, and the length.</summary>
    private HashSet<string> Filled() => new(
        Kinds.SelectMany(kind => section.Optional(kind.Name)?.Node.Members ?? []).Select(member => member.Name)
            .Concat(section.Text("length") is { } length ? [length] : []));

    /// <summary>Declares the record of what the caller decides; <see langword="null"/> when that is nothing.</summary>
    public Identifier? Target(string prefix, string pointer)
    {
        PropertyModel[] decided = Decided().ToArray();
        if (decided.Length == 0 && request.Additional.Kind == AdditionalKind.None)
        {
            return null;
        }

        Identifier name = types.Name(WithoutVerb(prefix) + "Target", prefix + "Target", prefix + "TargetType");
        types.Declare(new ObjectModel
        {
            Name = name,
            Docs = new DocsModel("What is uploaded where: of `" + request.Name.Plain + "` what the upload does not know of itself.", null, null),
            Pointer = pointer,
            Properties = decided.Select(property => property.Name.Plain == name.Plain ? property with { Name = Identifier.From(property.Name.Plain + "Value") } : property).ToArray(),
            Additional = request.Additional,
            HasJson = false,
        });
        return name;
    }

    /// <summary>How the announcement of one kind of source is made.</summary>
    public EquatableArray<UploadFieldModel> Fields((string Name, UploadSourceKind Kind) kind)
    {
        var fields = new List<UploadFieldModel>();
        ExtensionSection? values = section.Optional(kind.Name);
        foreach (SpecMember member in values?.Node.Members ?? [])
        {
            PropertyModel? property = request.Properties.FirstOrDefault(one => one.WireName == member.Name);
            if (property is not null && Constant(property, member.Value) is { } constant)
            {
                fields.Add(new UploadFieldModel(property.Name, UploadFieldSource.Fixed, property.Value, constant));
            }
            else
            {
                values!.Report(
                    DiagnosticDescriptors.ExtensionMisfit,
                    member.Value,
                    property is null ? request.Name.Plain + " has no member '" + member.Name + "'" : "'" + member.Name + "' of " + request.Name.Plain + " cannot be this value");
            }
        }

        if (Length() is { } length)
        {
            fields.Add(new UploadFieldModel(length.Name, UploadFieldSource.Length, length.Value, null));
        }

        HashSet<string> filled = Filled();
        PropertyModel? missing = request.Properties.FirstOrDefault(property =>
            property.Presence == Presence.Required && filled.Contains(property.WireName) && fields.All(field => field.Property != property.Name));
        if (values is not null && missing is not null)
        {
            values.Report(DiagnosticDescriptors.ExtensionNeeds, values.Node, request.Name.Plain, missing.WireName);
        }

        return fields.Concat(Decided().Select(property => new UploadFieldModel(property.Name, UploadFieldSource.Target, property.Value, null))).ToArray();
    }

    private PropertyModel? Length()
    {
        if (section.RequiredText("length") is not { } wire)
        {
            return null;
        }

        PropertyModel? property = request.Properties.FirstOrDefault(one => one.WireName == wire);
        if (property?.Value is ScalarValue { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt32 or ScalarKind.UInt64 or ScalarKind.Int64OrText })
        {
            return property;
        }

        section.Report(DiagnosticDescriptors.ExtensionMisfit, "length", request.Name.Plain + " has no integer '" + wire + "'");
        return null;
    }

    private IEnumerable<PropertyModel> Decided()
    {
        HashSet<string> filled = Filled();
        return request.Properties.Where(property => property.Presence != Presence.Constant && !filled.Contains(property.WireName));
    }

    private ConstantModel? Constant(PropertyModel property, SpecNode value) => (property.Value, value.Kind) switch
    {
        (ScalarValue { Kind: ScalarKind.String }, SpecNodeKind.String) => new ConstantModel(ScalarKind.String, value.Text),
        (ScalarValue { Kind: ScalarKind.Boolean }, SpecNodeKind.Boolean) => new ConstantModel(ScalarKind.Boolean, value.Text),
        (ScalarValue { Kind: ScalarKind.Int32 or ScalarKind.Int64 }, SpecNodeKind.Number) when int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
            new ConstantModel(ScalarKind.Int64, value.Text),
        (NamedValue named, SpecNodeKind.String) when types.Find(named.Name) is EnumModel { Kind: ScalarKind.String } values
            && values.Values.Any(one => one.Wire == value.Text) => new ConstantModel(ScalarKind.String, value.Text),
        _ => null,
    };

    // "CreateUpload" announces an upload; its target is that of an upload.
    private static string WithoutVerb(string prefix)
    {
        string[] words = Words.Split(prefix).ToArray();
        return words.Length > 1 && words[0].ToLowerInvariant() is "create" or "start" or "begin" or "open" or "initiate" or "init" or "new" or "post" or "announce"
            ? Words.Pascal(words.Skip(1))
            : prefix;
    }
}
