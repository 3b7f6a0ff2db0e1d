using System.Reflection;

namespace Dari.Runtime.Tests.Api;

/// <summary>Names of types as C# writes them, with question marks.</summary>
internal static class ApiNames
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(uint)] = "uint",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(byte)] = "byte",
    };

    internal static string Of(PropertyInfo property) => Of(property.PropertyType, Nullability.Create(property));

    internal static string Of(FieldInfo field) => Of(field.FieldType, Nullability.Create(field));

    internal static string Of(ParameterInfo parameter) => Of(parameter.ParameterType, Nullability.Create(parameter));

    internal static string Of(Type type) => Of(type, null);

    internal static string Arguments(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Of))}>" : "";

    internal static string Constraints(MethodInfo method) => !method.IsGenericMethod ? "" : string.Concat(
        method.GetGenericArguments().Select(static argument =>
        {
            GenericParameterAttributes kinds = argument.GenericParameterAttributes;
            string[] all =
            [
                .. kinds.HasFlag(
                    GenericParameterAttributes.NotNullableValueTypeConstraint) ? ["struct"] : Array.Empty<string>(),
                .. kinds.HasFlag(
                    GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : Array.Empty<string>(),
                .. argument.GetGenericParameterConstraints().Where(static type => type != typeof(ValueType)).Select(Of),
            ];
            return all.Length == 0 ? "" : $" where {argument.Name} : {string.Join(", ", all)}";
        }));

    private static string Of(Type type, NullabilityInfo? info)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, info);
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value) + "?";
        }

        // Of a type parameter without constraints nobody can tell.
        bool isNullable = info?.ReadState == NullabilityState.Nullable && !type.IsValueType && !type.IsGenericParameter;
        string mark = isNullable ? "?" : "";
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!, info?.ElementType)}[]{mark}";
        }

        return Name(type, info) + mark;
    }

    private static string Name(Type type, NullabilityInfo? info)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        string name = $"{type.Namespace}.{type.Name.Split('`')[0]}";
        Type[] arguments = type.GetGenericArguments();
        NullabilityInfo[] infos = info?.GenericTypeArguments ?? [];
        return arguments.Length == 0
            ? name
            : $"{name}<{string.Join(", ", arguments.Select(Argument))}>";

        string Argument(Type argument, int i) => Of(argument, i < infos.Length ? infos[i] : null);
    }
}
