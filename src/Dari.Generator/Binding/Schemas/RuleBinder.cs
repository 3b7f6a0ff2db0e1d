using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Dari.Generator.Diagnostics;
using Dari.Generator.Equality;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Schemas;

/// <summary>Rules of values, for those who ask for <c>Validate()</c>. Where several schemas describe a value, all of them count.</summary>
internal sealed class RuleBinder(BindingContext context)
{
    private readonly HashSet<ApiSchema> _refused = [];

    /// <summary>Of a value; <see langword="null"/> where nothing is demanded, or nobody asks.</summary>
    public RuleModel? Of(ApiSchema schema, ValueModel value)
    {
        if (!context.Request.IsValidated)
        {
            return null;
        }

        RuleModel rules = value switch
        {
            NamedValue named => new RuleModel { Type = named.Name },
            ListValue list when Shape(schema).Items is { } items => Own(schema) with { Items = Of(items, list.Item) },
            MapValue map when SchemaClassifier.ValueSchema(Shape(schema)) is { } values => Own(schema) with { Values = Of(values, map.Item) },
            _ => Own(schema),
        };
        return rules == RuleModel.None ? null : rules;
    }

    /// <summary>Of an object itself: how many members it has, and what those are that have no name.</summary>
    public RuleModel? OfObject(ApiSchema schema, AdditionalModel additional)
    {
        if (!context.Request.IsValidated)
        {
            return null;
        }

        RuleModel own = Own(schema);
        ApiSchema? values = additional.Value is null ? null : SchemaClassifier.ValueSchema(Shape(schema));
        return new RuleModel
        {
            MinProperties = own.MinProperties,
            MaxProperties = own.MaxProperties,
            DependentRequired = own.DependentRequired,
            Values = values is null ? null : Of(values, additional.Value!),
        };
    }

    /// <summary>
    /// Of a value that is of one of several kinds: those of the union itself, and those of a branch that alone is of its
    /// kind. Of objects the cases count.
    /// </summary>
    public RuleModel? OfChoice(ApiSchema union, ApiSchema[] texts, ApiSchema[] numbers, ApiSchema[] lists, ValueModel? list)
    {
        if (!context.Request.IsValidated)
        {
            return null;
        }

        RuleModel text = Own(Parts(union).Concat(Alone(texts)));
        RuleModel number = Own(Parts(union).Concat(Alone(numbers)));
        RuleModel items = Own(Parts(union).Concat(Alone(lists)));
        var rules = new RuleModel
        {
            Minimum = number.Minimum,
            ExclusiveMinimum = number.ExclusiveMinimum,
            Maximum = number.Maximum,
            ExclusiveMaximum = number.ExclusiveMaximum,
            MultipleOf = number.MultipleOf,
            MinLength = text.MinLength,
            MaxLength = text.MaxLength,
            Patterns = text.Patterns,
            MinItems = items.MinItems,
            MaxItems = items.MaxItems,
            UniqueItems = items.UniqueItems,
            Items = lists.Length == 1 && list is ListValue { Item: var item } && Shape(lists[0]).Items is { } each ? Of(each, item) : null,
        };
        return rules == RuleModel.None ? null : rules;
    }

    private static IEnumerable<ApiSchema> Alone(ApiSchema[] branches) => branches.Length == 1 ? Parts(branches[0]) : [];

    private SchemaShape Shape(ApiSchema schema) => context.Folder.Fold(schema);

    private RuleModel Own(ApiSchema schema) => Own(Parts(schema));

    private RuleModel Own(IEnumerable<ApiSchema> schemas)
    {
        ApiSchema[] parts = schemas.Distinct().ToArray();
        return new RuleModel
        {
            Minimum = Number(parts.Select(part => part.Minimum), most: true),
            ExclusiveMinimum = Number(parts.Select(part => part.ExclusiveMinimum), most: true),
            Maximum = Number(parts.Select(part => part.Maximum), most: false),
            ExclusiveMaximum = Number(parts.Select(part => part.ExclusiveMaximum), most: false),
            MultipleOf = parts.Select(part => part.MultipleOf).FirstOrDefault(one => one is not null),
            MinLength = parts.Max(part => part.MinLength),
            MaxLength = parts.Min(part => part.MaxLength),
            Patterns = parts.Where(HasPattern).Select(part => part.Pattern!).Distinct().ToEquatableArray(),
            MinItems = parts.Max(part => part.MinItems),
            MaxItems = parts.Min(part => part.MaxItems),
            UniqueItems = parts.Any(part => part.UniqueItems),
            MinProperties = parts.Max(part => part.MinProperties),
            MaxProperties = parts.Min(part => part.MaxProperties),
            DependentRequired = parts.SelectMany(part => part.DependentRequired)
                .Select(one => new DependentModel(one.Name, one.Needed.ToEquatableArray())).Distinct().ToEquatableArray(),
        };
    }

    /// <summary>Patterns are of ECMAScript; what .NET does not read of them is not checked, and said.</summary>
    private bool HasPattern(ApiSchema schema)
    {
        try
        {
            return schema.Pattern is { } pattern && new Regex(pattern, RegexOptions.CultureInvariant) is not null;
        }
        catch (ArgumentException)
        {
            if (_refused.Add(schema))
            {
                context.Problems.Add(DiagnosticDescriptors.PatternUnchecked, schema.Node, schema.Pointer, schema.Pattern!);
            }

            return false;
        }
    }

    /// <summary>The schema, what it refers to, and all that these are made of.</summary>
    private static IEnumerable<ApiSchema> Parts(ApiSchema schema)
    {
        var seen = new HashSet<ApiSchema>();
        var open = new Stack<ApiSchema>([schema]);
        while (open.Count > 0)
        {
            ApiSchema part = open.Pop();
            if (seen.Add(part))
            {
                yield return part;
                foreach (ApiSchema next in part.Reference is { } target ? part.AllOf.Append(target) : part.AllOf)
                {
                    open.Push(next);
                }
            }
        }
    }

    /// <summary>The strictest; of numbers beyond a double's digits the first.</summary>
    private static string? Number(IEnumerable<string?> limits, bool most)
    {
        IEnumerable<string> said = limits.OfType<string>();
        IOrderedEnumerable<string> ordered = most ? said.OrderByDescending(Value) : said.OrderBy(Value);
        return ordered.FirstOrDefault();
    }

    private static double Value(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : 0;
}
