using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Dari.Generator.Review.Rules;

/// <summary>All rules by their subject, for the page that lists them and for tests.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<(string Subject, IReadOnlyList<Rule> Rules)> Chapters { get; } =
    [
        ("Operations", In(typeof(OperationRules))),
        ("Deprecation and sunset", In(typeof(LifecycleRules))),
        ("Parameters", In(typeof(ParameterRules))),
        ("Request bodies", In(typeof(BodyRules))),
        ("Responses", In(typeof(ResponseRules))),
        ("Schemas", In(typeof(TypeRules))),
        ("Limits", [.. LimitRules.All]),
        ("Objects and lists", In(typeof(ObjectRules))),
        ("Enumerations", In(typeof(EnumRules))),
        ("Unions", In(typeof(UnionRules))),
        ("Security", In(typeof(SecurityRules))),
        ("Servers", In(typeof(ServerRules))),
        ("Extensions", In(typeof(ExtensionRules))),
        ("The C# surface", In(typeof(SurfaceRules))),
    ];

    private static Rule[] In(Type rules) =>
        [.. rules.GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => field.GetValue(null)).OfType<Rule>()];
}
