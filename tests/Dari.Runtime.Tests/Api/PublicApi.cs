using System.Reflection;
using System.Runtime.CompilerServices;

namespace Dari.Runtime.Tests.Api;

/// <summary>Lists what an assembly shows to others, a line a member, in ordinal order.</summary>
internal static class PublicApi
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(Lines).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(Type type)
    {
        string name = ApiNames.Of(type);
        yield return $"{name} : {Kind(type)}";
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            yield return $"{name}{Signature(type.GetMethod("Invoke")!)}";
            yield break;
        }

        foreach (MemberInfo member in type.GetMembers(Own).Where(IsVisible))
        {
            if (Line(member) is { } line)
            {
                // As Roslyn's own lists have it: modifiers stand before the whole name.
                int space = line.StartsWith(
                    "static ", StringComparison.Ordinal) || line.StartsWith("required ", StringComparison.Ordinal)
                    ? line.IndexOf(' ', StringComparison.Ordinal) + 1
                    : 0;
                yield return $"{line[..space]}{name}.{line[space..]}";
            }
        }
    }

    private static string Kind(Type type)
    {
        string kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsValueType: true } => type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly struct" : "struct",
            _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        bool hasBase = type.IsClass && type.BaseType != typeof(object) && type.BaseType != typeof(MulticastDelegate);
        IEnumerable<string> bases = type.GetInterfaces().Where(
            static i => i.IsPublic).Select(ApiNames.Of).Order(StringComparer.Ordinal);
        string[] all = [.. hasBase ? [ApiNames.Of(
            type.BaseType!)] : Array.Empty<string>(), .. type.IsEnum ? [] : bases];
        return all.Length == 0 ? kind : $"{kind}, {string.Join(", ", all)}";
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        FieldInfo field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName,
        _ => false,
    };

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new{Signature(constructor)}",
        MethodInfo { IsSpecialName: true } method when !method.Name.StartsWith("op_", StringComparison.Ordinal) => null,
        MethodInfo method =>
            $"{(method.IsStatic ? "static " : "")}{method.Name}{ApiNames.Arguments(method)}"
            + Signature(method) + ApiNames.Constraints(method),
        PropertyInfo property => Property(property),
        FieldInfo field when field.DeclaringType!.IsEnum => $"{field.Name} = {field.GetRawConstantValue()}",
        FieldInfo field => $"{field.Name} -> {ApiNames.Of(field)}",
        _ => null,
    };

    private static string Property(PropertyInfo property)
    {
        string accessors = string.Concat(
            property.GetAccessors(nonPublic: true).Where(IsVisible).Select(static accessor =>
            accessor.ReturnType != typeof(void) ? " get;"
            : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(
                typeof(IsExternalInit)) ? " init;" : " set;"));
        string index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{Parameters(parameters)}]" : "";
        string form = property.GetMethod is { IsStatic: true } ? "static " : property.IsDefined(
            typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{form}{property.Name}{index} {{{accessors} }} -> {ApiNames.Of(property)}";
    }

    private static string Signature(MethodBase method)
    {
        string result = method is MethodInfo { ReturnParameter: { } returned } ? $" -> {ApiNames.Of(returned)}" : "";
        return $"({Parameters(method.GetParameters())}){result}";
    }

    private static string Parameters(
        ParameterInfo[] parameters) => string.Join(", ", parameters.Select(static parameter =>
    {
        string passing = parameter switch
        {
            { ParameterType.IsByRef: false } => "",
            { IsOut: true } => "out ",
            { IsIn: true } => "in ",
            _ => "ref ",
        };
        string value = parameter.HasDefaultValue ? $" = {parameter.RawDefaultValue ?? "null"}" : "";
        return $"{passing}{ApiNames.Of(parameter)} {parameter.Name}{value}";
    }));
}
