using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Cifra.Tests.Architecture;

/// <summary>Writes down what an assembly shows to the world: a line a type, and below it a line a member, all in the order of their text.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(HeadOf(type)).Append('\n');
            foreach (string member in MembersOf(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string HeadOf(Type type)
    {
        string kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        if (IsRecord(type))
        {
            kind = type.IsValueType ? "record struct" : kind.Replace("class", "record", StringComparison.Ordinal);
        }

        string[] above =
        [
            .. type.BaseType is { } parent && !type.IsValueType && parent != typeof(object) ? [ApiNames.Of(parent)] : Array.Empty<string>(),
            .. type.IsEnum ? Array.Empty<string>() : type.GetInterfaces().Select(ApiNames.Of).Order(StringComparer.Ordinal).ToArray(),
        ];
        return $"{kind} {type.Namespace}.{ApiNames.Of(type)}{(above.Length == 0 ? "" : $" : {string.Join(", ", above)}")}";
    }

    private static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetEnumNames().Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}");
        }

        return type.GetConstructors(Declared).Where(IsVisible).Select(c => $"constructor({ApiNames.Of(c.GetParameters())})")
            .Concat(type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly).Select(ApiNames.Of))
            .Concat(type.GetProperties(Declared).Where(p => p.GetAccessors(nonPublic: true).Any(IsVisible)).Select(Property))
            .Concat(type.GetEvents(Declared).Where(e => IsVisible(e.AddMethod!)).Select(e => $"event {ApiNames.Of(e.EventHandlerType!)} {e.Name}"))
            .Concat(type.GetMethods(Declared).Where(IsListed).Select(Method));
    }

    // Not the accessors, which their property shows, and not what the compiler gives to every record.
    private static bool IsListed(MethodInfo method) => IsVisible(method) && !IsGenerated(method)
        && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static bool IsRecord(Type type) => type.GetMethods(Declared).Any(m => m.Name == "PrintMembers" && IsGenerated(m));

    private static bool IsGenerated(MethodInfo method) => method.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Property(PropertyInfo property)
    {
        ParameterInfo[] index = property.GetIndexParameters();
        string accessors = string.Concat(
            property.GetMethod is { } get && IsVisible(get) ? " get;" : "",
            property.SetMethod is { } set && IsVisible(set) ? ApiNames.IsInit(set) ? " init;" : " set;" : "");
        return $"{Modifiers(property.GetAccessors(nonPublic: true)[0])}{ApiNames.Of(property)} {property.Name}"
            + $"{(index.Length == 0 ? "" : $"[{ApiNames.Of(index)}]")} {{{accessors} }}";
    }

    private static string Method(MethodInfo method)
    {
        string generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(ApiNames.Of))}>" : "";
        return $"{Modifiers(method)}{ApiNames.Of(method.ReturnParameter)} {method.Name}{generic}({ApiNames.Of(method.GetParameters())})";
    }

    private static string Modifiers(MethodBase method) => string.Concat(
        method.IsPublic ? "" : "protected ",
        method.IsStatic ? "static " : "",
        method.IsAbstract && !method.DeclaringType!.IsInterface ? "abstract "
            : method.IsVirtual && !method.IsFinal && !method.DeclaringType!.IsSealed && !method.IsAbstract ? "virtual " : "");
}
