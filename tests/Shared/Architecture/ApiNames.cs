using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Cifra.Tests.Architecture;

/// <summary>Names of types as C# writes them, with the question marks of what may be null.</summary>
internal static class ApiNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(char)] = "char",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static string Of(Type type)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        return type.IsGenericParameter ? type.Name : Named(type, type.GetGenericArguments().Select(Of));
    }

    public static string Of(PropertyInfo property) => Of(new NullabilityInfoContext().Create(property));

    public static string Of(FieldInfo field)
    {
        string type = Of(new NullabilityInfoContext().Create(field));
        return field.IsLiteral
            ? $"const {type} {field.Name} = {Value(field.GetRawConstantValue())}"
            : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name}";
    }

    public static string Of(ParameterInfo parameter)
    {
        string type = Of(new NullabilityInfoContext().Create(parameter));
        string mode = parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "";
        bool many = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));
        return $"{(many ? "params " : "")}{mode}{type}";
    }

    public static string Of(ParameterInfo[] parameters) => string.Join(
        ", ", parameters.Select(p => $"{Of(p)} {p.Name}{(p.HasDefaultValue ? $" = {Value(p.DefaultValue)}" : "")}"));

    public static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Of(NullabilityInfo info)
    {
        Type type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        string name = info.ElementType is not null && type.IsArray ? Of(info.ElementType) + "[]"
            : info.GenericTypeArguments.Length > 0 && Nullable.GetUnderlyingType(type) is null ? Named(type, info.GenericTypeArguments.Select(Of))
            : Of(type);
        return !type.IsValueType && info.ReadState == NullabilityState.Nullable ? name + "?" : name;
    }

    // A nested type comes after the type around it, generic arguments after the name.
    private static string Named(Type type, IEnumerable<string> arguments)
    {
        string[] all = [.. arguments];
        string name = Keywords.GetValueOrDefault(type) ?? type.Name.Split('`')[0];
        string around = type.DeclaringType is null ? "" : Named(type.DeclaringType, []) + ".";
        return all.Length == 0 ? around + name : $"{around}{name}<{string.Join(", ", all)}>";
    }

    private static string Value(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
