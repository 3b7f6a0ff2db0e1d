using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Emit;
using Dari.Generator.Model;

namespace Dari.Generator.Review.Surface;

/// <summary>The lines of a type and its members.</summary>
internal static class TypeSurface
{
    public static IEnumerable<SurfaceLine> Write(TypeModel type, ClientScope scope) => type switch
    {
        ObjectModel model => Object(model),
        EnumModel model => Enum(model),
        UnionModel model => Union(model),
        ChoiceModel model => Choice(model, scope),
        ResultModel model => Result(model),
        QueryModel model => Query(model),
        HeadersModel model => Headers(model),
        _ => throw new ArgumentException("No surface for " + type.GetType().Name, nameof(type)),
    };

    private static IEnumerable<SurfaceLine> Object(ObjectModel model)
    {
        string[] bases = [.. (model.Base is { } one ? [one.Plain] : Array.Empty<string>()).Concat(model.Interfaces.Select(name => name.Plain))];
        yield return Declared(model, "sealed record" + (bases.Length > 0 ? " : " + string.Join(", ", bases) : ""));
        foreach (PropertyModel property in model.Properties.Where(property => !property.IsInherited))
        {
            yield return Member(model.Name, property);
        }

        if (model.Additional.Kind != AdditionalKind.None)
        {
            string signature = model.Additional is { Kind: AdditionalKind.Typed, Value: { } value }
                ? "IReadOnlyDictionary<string, " + CodeText.Of(CSharpType.Of(value, model.Additional.IsValueNullable).Code) + ">?"
                : "JsonMembers?";
            yield return new SurfaceLine(model.Name.Plain + "." + model.Additional.Name.Plain, signature, "*");
        }
    }

    private static IEnumerable<SurfaceLine> Enum(EnumModel model)
    {
        yield return Declared(model, "record struct (" + CodeText.Of(CSharpType.Of(model.Kind).Code) + " Value)");
        foreach (EnumValueModel value in model.Values)
        {
            yield return new SurfaceLine(model.Name.Plain + "." + value.Name.Plain, "static " + model.Name.Plain, SurfaceLine.OnOneLine(value.Wire));
        }
    }

    private static IEnumerable<SurfaceLine> Union(UnionModel model)
    {
        yield return Declared(model, model.IsInterface ? "interface" : "abstract record");
        yield return Unknown(model);
        foreach (PropertyModel property in model.Properties)
        {
            yield return Member(model.Name, property);
        }

        foreach (UnionCaseModel one in model.Cases)
        {
            yield return new SurfaceLine(
                model.Name.Plain + " is " + one.Type.Plain, "case", SurfaceLine.OnOneLine(model.Discriminator + " " + string.Join(", ", one.Values)));
        }
    }

    private static SurfaceLine Unknown(UnionModel model)
    {
        (Identifier type, Identifier json) = UnionEmitter.UnknownParameters(model);
        return new SurfaceLine(
            model.UnknownName.Plain, "sealed record (string " + type + ", JsonElement " + json + ") : " + model.Name.Plain, "");
    }

    private static IEnumerable<SurfaceLine> Choice(ChoiceModel model, ClientScope scope)
    {
        yield return Declared(model, "record struct");
        ILookup<string, ChoiceCaseModel> byType = model.Cases.ToLookup(one => CSharpType.Key(one.Value));
        foreach (ChoiceCaseModel one in model.Cases)
        {
            string type = CodeText.Of(CSharpType.Of(one.Value).Code);
            bool isFactory = scope.IsInterface(one.Value) || byType[CSharpType.Key(one.Value)].Count() > 1;
            yield return isFactory
                ? new SurfaceLine(model.Name.Plain + ".From" + one.Name.Plain, "static " + model.Name.Plain + " (" + type + " value)", "")
                : new SurfaceLine(model.Name.Plain + " <- " + type, "implicit", "");
        }
    }

    private static IEnumerable<SurfaceLine> Result(ResultModel model)
    {
        yield return Declared(model, "abstract record");
        yield return new SurfaceLine(model.UnknownName.Plain, "sealed record (HttpStatusCode Status, string Body) : " + model.Name.Plain, "");
        foreach (ResultCaseModel one in model.Cases)
        {
            string parameter = CodeText.Of(ResultEmitter.Parameter(one));
            yield return new SurfaceLine(one.Name.Plain, "sealed record" + (parameter.Length > 0 ? " " : "") + parameter + " : " + model.Name.Plain, SurfaceLine.OnOneLine(one.Status));
        }
    }

    private static IEnumerable<SurfaceLine> Query(QueryModel model)
    {
        yield return Declared(model, "sealed record");
        foreach (ParameterModel parameter in model.Parameters)
        {
            string type = CodeText.Of(CSharpType.Of(parameter.Value, !parameter.IsRequired).Code);
            yield return new SurfaceLine(
                model.Name.Plain + "." + parameter.PropertyName.Plain,
                (parameter.IsRequired ? "required " : Mark(parameter.Docs)) + type,
                OperationSurface.WireOf(parameter));
        }
    }

    private static IEnumerable<SurfaceLine> Headers(HeadersModel model)
    {
        yield return Declared(model, "sealed record");
        yield return new SurfaceLine(model.Name.Plain + ".From", "static " + model.Name.Plain + " (ResponseMetadata response)", "");
        foreach (HeaderModel header in model.Headers)
        {
            string type = CodeText.Of(CSharpType.OrNull(header.Value).Code);
            yield return new SurfaceLine(model.Name.Plain + "." + header.Name.Plain, Mark(header.Docs) + type, SurfaceLine.OnOneLine("response header " + header.WireName));
        }
    }

    private static SurfaceLine Member(Identifier owner, PropertyModel property)
    {
        // A member that must be set is not marked: see PropertyEmitter.
        string type = CodeText.Of(PropertyEmitter.TypeOf(property));
        string signature = property.Presence switch
        {
            Presence.Required or Presence.RequiredNullable => "required " + type,
            Presence.Constant => Mark(property.Docs) + type + " => " + PropertyEmitter.LiteralOf(PropertyEmitter.ConstantOf(property)).Text,
            _ when property.Constant is { } start => Mark(property.Docs) + type + " = " + PropertyEmitter.LiteralOf(start).Text,
            _ => Mark(property.Docs) + type,
        };
        return new SurfaceLine(owner.Plain + "." + property.Name.Plain, signature, SurfaceLine.OnOneLine(property.WireName));
    }

    private static SurfaceLine Declared(TypeModel type, string signature) =>
        new(type.Name.Plain, Mark(type.Docs) + signature, SurfaceLine.OnOneLine(PointerWords.Of(type.Pointer)));

    private static string Mark(DocsModel docs) => docs.Obsolete is null ? "" : SurfaceLine.Obsolete;
}
