using System;
using System.Linq;
using Dari.Generator.Emit.Json;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>Finds the emitter of each kind of type.</summary>
internal static class TypeEmitter
{
    public static Declaration Declare(TypeModel type, ClientScope scope)
    {
        var shape = new FilePart(Shape(type, scope), ShapePragmas(type, scope));
        Code wire = Wire(type, scope);
        return new Declaration(
            type.Name.Plain,
            type.Pointer,
            shape,
            wire.IsDrop ? null : new FilePart(wire, WirePragmas(type, scope)),
            type is QueryModel or HeadersModel or ObjectModel { HasJson: false } ? "Wire" : "Json");
    }

    private static Code Shape(TypeModel type, ClientScope scope) => type switch
    {
        ObjectModel model => ObjectEmitter.Shape(model, scope),
        EnumModel model => EnumEmitter.Shape(model, scope),
        UnionModel model => UnionEmitter.Shape(model, scope),
        ChoiceModel model => ChoiceEmitter.Shape(model, scope),
        ResultModel model => ResultEmitter.Shape(model, scope),
        QueryModel model => QueryEmitter.Shape(model, scope),
        HeadersModel model => HeadersEmitter.Shape(model, scope),
        _ => throw Unknown(type),
    };

    private static Code Wire(TypeModel type, ClientScope scope) => type switch
    {
        ObjectModel model => Lines.Spaced(
            Code.LineWhen(model.HasJson, ObjectJsonEmitter.Converter(model, scope)), FormEmitter.Extensions(model, scope)),
        EnumModel model => EnumJsonEmitter.Converter(model, scope),
        UnionModel model => UnionJsonEmitter.Converter(model, scope),
        ChoiceModel model => ChoiceJsonEmitter.Converter(model, scope),
        ResultModel model => ResultEmitter.Table(model, scope),
        QueryModel model => QueryEmitter.Extensions(model, scope),
        HeadersModel model => HeadersEmitter.Reading(model, scope),
        _ => throw Unknown(type),
    };

    private static Pragmas ShapePragmas(TypeModel type, ClientScope scope)
    {
        // The case that a union does not know derives from it; PrintMembers prints what is not secret.
        bool isDeprecated = References.In(type).Any(scope.IsObsolete)
            || (type is UnionModel or ResultModel && scope.IsObsolete(type.Name))
            || PrintMembersEmitter.UsesDeprecated(type);
        Pragmas pragmas = isDeprecated ? Pragmas.Deprecated : Pragmas.None;
        return scope.Client.IsPublic && !IsDocumented(type) ? pragmas | Pragmas.Undocumented : pragmas;
    }

    private static Pragmas WirePragmas(TypeModel type, ClientScope scope)
    {
        bool isDeprecated = type.Docs.Obsolete is not null
            || References.In(type).Any(scope.IsObsolete)
            || (type is ObjectModel model && model.Properties.Any(property => property.Docs.Obsolete is not null))
            || (type is UnionModel union && union.Properties.Any(property => property.Docs.Obsolete is not null))
            || (type is HeadersModel headers && headers.Headers.Any(header => header.Docs.Obsolete is not null))
            || (type is QueryModel query && query.Parameters.Any(parameter => parameter.Docs.Obsolete is not null));
        Pragmas pragmas = isDeprecated ? Pragmas.Deprecated : Pragmas.None;

        // Methods of converters are there for the compiler and the serializer, and say nothing that their names do not.
        return scope.Client.IsPublic ? pragmas | Pragmas.Undocumented : pragmas;
    }

    private static bool IsDocumented(TypeModel type) => IsDocumented(type.Docs) && type switch
    {
        ObjectModel model => model.Properties.All(property => property.IsInherited || IsDocumented(property.Docs)),
        UnionModel model => model.Properties.All(property => IsDocumented(property.Docs)),
        QueryModel model => model.Parameters.All(parameter => IsDocumented(parameter.Docs)),

        // Their constants and conversions have no comments of ours.
        EnumModel or ChoiceModel => false,
        _ => true,
    };

    private static bool IsDocumented(DocsModel docs) =>
        Docs.HasText(docs.Summary) || Docs.HasText(docs.Remarks);

    private static ArgumentException Unknown(TypeModel type) => new("No emitter for " + type.GetType().Name, nameof(type));
}
