using Cifra.Numerics;

namespace Cifra.Tests;

/// <summary>
/// Holds the arrow: a room of the library uses the rooms to its left, never one to its right. A room is the second part of a namespace. The types
/// beside the rooms, in <c>Cifra</c> itself, serve all rooms and use none.
/// </summary>
public sealed class ArrowTests
{
    private static readonly string[] Rooms = ["Numerics", "Imaging", "Data", "Network", "Training", "Evaluation", "Reading", "Reporting"];

    [Fact]
    public void Library_EveryType_UsesOnlyRoomsToItsLeft() =>
        Assert.Empty(Violations(TypeUses.Of(typeof(Tensor).Assembly.Location), "Cifra", Rooms));

    [Fact]
    public void Library_EveryRoom_HasItsPlaceInTheArrow()
    {
        string[] rooms = [.. typeof(Tensor).Assembly.GetTypes().Select(type => RoomOf($"{type.Namespace}.T", "Cifra")).OfType<string>().Distinct()];

        Assert.Contains("Numerics", rooms);
        Assert.Empty(rooms.Except([.. Rooms, ""]));
    }

    [Fact]
    public void Violations_ArrowTurnedRound_FindsKnownUses()
    {
        IReadOnlyList<string> found = Violations(TypeUses.Of(typeof(Tensor).Assembly.Location), "Cifra", [.. Rooms.Reverse()]);

        Assert.Contains("Cifra.Network.NeuralNetwork uses Cifra.Numerics.Tensor", found);
        Assert.Contains("Cifra.Network.Layers.Convolution uses Cifra.Numerics.Window", found); // a sub-room belongs to its room
        Assert.Contains("Cifra.Training.Trainer uses Cifra.Network.DigitClassifier", found); // within a body only
        Assert.Contains("Cifra.Data.DrawnDigits uses Cifra.Imaging.DigitNormalizer", found);
        Assert.DoesNotContain(found, use => use.Contains("uses Cifra.BadData", StringComparison.Ordinal)); // all may use what lies beside the rooms
    }

    [Fact]
    public void Violations_EveryKindOfUse_IsFound()
    {
        const string Samples = "Cifra.Tests.ArrowSamples";
        string[] users =
        [
            "InAField", "InASignature", "InABody", "InALocal", "InALambda", "InATypeof", "InAGenericArgument", "InAnArray", "AsABase", "AsAnInterface",
            "AsAConstraint`1", "AsAnAttribute", "InACatch", "InAnIterator", "InAnAsyncMethod", "InANestedType", "InAGenericCall",
        ];

        IReadOnlyList<string> found = Violations(TypeUses.Of(typeof(ArrowTests).Assembly.Location), Samples, ["Left", "Right"]);

        Assert.Equal(
            users.Order(), found.Select(use => use.Split(" uses ")[0].Split('.')[^1]).Distinct().Order());
        Assert.Empty(Violations(TypeUses.Of(typeof(ArrowTests).Assembly.Location), Samples, ["Right", "Left"]));
    }

    private static IReadOnlyList<string> Violations(IEnumerable<(string User, string Used)> uses, string root, string[] order) =>
    [
        .. uses
            .Where(use => RoomOf(use.User, root) is { } user && RoomOf(use.Used, root) is { } used && Place(user, order) < Place(used, order))
            .Select(use => $"{use.User} uses {use.Used}")
            .Order(StringComparer.Ordinal),
    ];

    // What lies beside the rooms stands left of them all.
    private static int Place(string room, string[] order) => Array.IndexOf(order, room);

    // The part of the name after the root; empty beside the rooms, null outside.
    private static string? RoomOf(string type, string root)
    {
        string[] parts = type.Split('.');
        int depth = root.Split('.').Length;
        return !type.StartsWith(root + ".", StringComparison.Ordinal) ? null : parts.Length > depth + 1 ? parts[depth] : "";
    }
}
