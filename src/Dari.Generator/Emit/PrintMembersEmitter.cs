using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>Keeps secrets out of <c>ToString</c>, and thereby out of logs.</summary>
internal static class PrintMembersEmitter
{
    /// <summary>Dropped where nothing is secret: then the compiler's own does.</summary>
    public static Code Override(ObjectModel model)
    {
        Code modifiers = Code.Either(model.Base is null, $"private", $"protected override");
        Code start = Code.LineWhen(model.Base is not null, $$"""
            if (base.PrintMembers(builder))
            {
                builder.Append(", ");
            }

            """);
        return Method(Printed(model), modifiers, start);
    }

    /// <summary>The same for the base record of a union.</summary>
    public static Code Virtual(UnionModel model) => Method(Printed(model), $"protected virtual", Code.Drop);

    public static bool UsesDeprecated(TypeModel type) =>
        Printed(type).Any(property => property.IsSecret) && Printed(type).Any(property => property.Docs.Obsolete is not null);

    private static IEnumerable<PropertyModel> Printed(TypeModel type) => type switch
    {
        ObjectModel model => model.Properties.Where(property => !property.IsInherited),
        UnionModel { IsInterface: false } model => model.Properties,
        _ => [],
    };

    private static Code Method(IEnumerable<PropertyModel> properties, Code modifiers, Code start)
    {
        PropertyModel[] all = properties.ToArray();
        if (!all.Any(property => property.IsSecret))
        {
            return Code.Drop;
        }

        return $$"""
            /// <summary>Leaves out what is secret.</summary>
            {{modifiers}} bool PrintMembers(StringBuilder builder)
            {
                {{start}}
                {{Lines.Stacked(all.Select(Print))}}
                return true;
            }
            """;
    }

    private static Code Print(PropertyModel property, int index)
    {
        string label = (index == 0 ? "" : ", ") + property.Name.Plain + " = ";
        return Code.Either(
            property.IsSecret,
            $"builder.Append({Literal.String(label + "(not shown)")});",
            $"builder.Append({Literal.String(label)}).Append((object?){property.Name});");
    }
}
