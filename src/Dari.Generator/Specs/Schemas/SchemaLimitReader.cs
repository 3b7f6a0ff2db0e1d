using System.Globalization;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Schemas;

/// <summary>Reads the numbers that bound values, lengths and counts.</summary>
internal sealed class SchemaLimitReader(ReadContext context)
{
    /// <summary>
    /// A bound in the words of 3.1, where the exclusive one is a number of its own; before, it was a boolean that made
    /// the other one exclusive.
    /// </summary>
    public (string? Inclusive, string? Exclusive) Bound(SpecPlace schema, string inclusive, string exclusive)
    {
        string? bound = Number(schema, inclusive);
        if (schema.Member(exclusive) is not { Node.Kind: SpecNodeKind.Boolean } flag)
        {
            return (bound, Number(schema, exclusive));
        }

        return flag.Node.Text == "true" ? (null, bound) : (bound, null);
    }

    /// <summary>A number as JSON text, also when it is written as a string.</summary>
    public string? Number(SpecPlace schema, string name)
    {
        if (schema.Member(name) is not { } member)
        {
            return null;
        }

        bool isNumber = member.Node.Kind == SpecNodeKind.Number
            || (member.Node.Kind == SpecNodeKind.String && NumberText.IsJson(member.Node.Text));
        if (isNumber)
        {
            return member.Node.Text;
        }

        context.ReportKind(member, "a number");
        return null;
    }

    /// <summary>A count; one that no collection can reach is no limit.</summary>
    public int? Count(SpecPlace schema, string name)
    {
        if (Number(schema, name) is not { } text)
        {
            return null;
        }

        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        if (isNumber && number >= 0)
        {
            return number > int.MaxValue ? null : (int)number;
        }

        context.ReportKind(schema.Member(name)!.Value, "a count");
        return null;
    }
}
