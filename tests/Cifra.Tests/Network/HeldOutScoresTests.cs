using System.Text.Json.Nodes;
using Cifra.Network;
using Cifra.Network.Models;

namespace Cifra.Tests.Network;

public sealed class HeldOutScoresTests
{
    private const string Sound = """{"pictures":10,"refused":1,"misread":3,"errors":[{"confidence":0.9,"above":2},{"confidence":0.5,"above":4},{"confidence":0.5,"above":4}],"notADigitThreshold":0.25}""";

    public static TheoryData<string, string> Damages => new()
    {
        { "\"pictures\":10", "\"pictures\":0" },
        { "\"pictures\":10", "\"pictures\":5" }, // four above, three wrong below: seven at least
        { "\"pictures\":10,", "" },
        { "\"refused\":1", "\"refused\":-1" },
        { "\"refused\":1", "\"refused\":8" },
        { "\"misread\":3", "\"misread\":2" },
        { "\"misread\":3", "\"misread\":4" },
        { "\"misread\":3", "\"misread\":3000000000" },
        { "\"confidence\":0.9", "\"confidence\":1.5" },
        { "\"confidence\":0.9", "\"confidence\":0.4" }, // not the surest
        { "\"confidence\":0.9", "\"confidence\":1e999" },
        { "\"above\":2", "\"above\":-1" },
        { "\"above\":2", "\"above\":4" }, // the next one has this one above it as well
        { "{\"confidence\":0.5,\"above\":4},", "{\"confidence\":0.5,\"above\":5}," },
        { "\"notADigitThreshold\":0.25", "\"notADigitThreshold\":2" },
        { ",\"notADigitThreshold\":0.25", "" }, // one was refused, by nothing
        { "\"notADigitThreshold\":0.25", "\"other\":1" },
        { "[{", "[[{" },
    };

    [Fact]
    public void Load_Sound_ComesBack()
    {
        HeldOutScores scores = ModelFile.Parse(WithHeldOut(Sound), ModelBytes.Name).Card.HeldOut!;

        Assert.Equal((10, 1, 3, 0.25), (scores.Pictures, scores.Refused, scores.Misread, scores.NotADigitThreshold));
        Assert.Equal([new HeldOutError(0.9, 2), new HeldOutError(0.5, 4), new HeldOutError(0.5, 4)], scores.Errors);
    }

    [Fact]
    public void Save_AndLoad_IsTheSame()
    {
        var scores = new HeldOutScores { Pictures = 7, Misread = 1, Errors = [new HeldOutError(0.1234567890123456789, 3)] };
        using var stream = new MemoryStream();
        ModelFile.Write(stream, [ModelBytes.Network()], ModelBytes.Card with { HeldOut = scores });

        HeldOutScores read = ModelFile.Parse(stream.ToArray(), ModelBytes.Name).Card.HeldOut!;

        Assert.Equal(scores with { Errors = [] }, read with { Errors = [] });
        Assert.Equal(scores.Errors, read.Errors);
    }

    [Fact]
    public void Load_OlderFile_HasNone() => Assert.Null(ModelFile.Parse(ModelBytes.Sound(), ModelBytes.Name).Card.HeldOut);

    [Theory]
    [MemberData(nameof(Damages))]
    public void Load_Damaged_Refused(string old, string replacement)
    {
        Assert.Contains(old, Sound, StringComparison.Ordinal);

        InvalidDataException error = Assert.Throws<InvalidDataException>(
            () => ModelFile.Parse(WithHeldOut(Sound.Replace(old, replacement, StringComparison.Ordinal)), ModelBytes.Name));

        Assert.Contains("the network's card", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_MoreErrorsThanAreKept_Refused()
    {
        var errors = new JsonArray(
            [.. Enumerable.Range(0, HeldOutScores.MostErrors + 1).Select(i => (JsonNode)new JsonObject { ["confidence"] = 1 - (i / 5000.0), ["above"] = i })]);

        Assert.Throws<InvalidDataException>(() => ModelFile.Parse(
            WithHeldOut($$"""{"pictures":5000,"refused":0,"misread":1001,"errors":{{errors.ToJsonString()}}}"""), ModelBytes.Name));
    }

    private static byte[] WithHeldOut(string json) =>
        ModelBytes.WithText("card", text => text[..^1] + ",\"heldOut\":" + json + "}");
}
