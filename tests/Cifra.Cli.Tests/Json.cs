using System.Text.Json;

namespace Cifra.Cli.Tests;

/// <summary>What tests ask of JSON.</summary>
internal static class Json
{
    /// <summary>The names of an object's fields, in order.</summary>
    public static string[] Names(this JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    public static JsonElement At(this JsonElement element, int index) => element.EnumerateArray().ElementAt(index);

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static int Int(this JsonElement element, string name) => element.GetProperty(name).GetInt32();

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public static int[] Ints(this JsonElement element) => [.. element.EnumerateArray().Select(one => one.GetInt32())];
}
