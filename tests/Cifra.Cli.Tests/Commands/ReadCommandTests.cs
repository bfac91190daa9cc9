using System.Text.Json;
using Cifra.Imaging;
using Cifra.Imaging.Formats;

namespace Cifra.Cli.Tests.Commands;

public sealed class ReadCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("digit-7.png", "7")]
    [InlineData("number-1450.png", "1450")]
    [InlineData("number-two-lines.png", "2026", "365", "24")] // a wide gap parts two numbers
    [InlineData("number-in-shadow.png", "31415", "2026")]
    public void Run_SamplesWithTheShippedNetwork_ReadsWhatIsWritten(string picture, params string[] expected)
    {
        TestShell shell = TestShell.Expect(0, "read", Repository.Sample(picture), "--json");

        Assert.Equal(expected, shell.Json().GetProperty("numbers").EnumerateArray().Select(number => number.Text("text")));
    }

    [Fact]
    public void Run_Json_HasTheFieldsOfTheContract()
    {
        string model = TestModels.Always(_folder.At("seven.safetensors"), 7, 0.9);
        string picture = TestData.WriteNumber(_folder.At("two words.png"), "12");

        TestShell shell = TestShell.Expect(0, "read", picture, "--model", model, "--json");

        Assert.Empty(shell.Error);
        JsonElement json = Assert.Single(shell.Lines) is not null ? shell.Json() : default;
        Assert.Equal(["schemaVersion", "file", "model", "numbers"], json.Names());
        Assert.Equal(picture, json.Text("file"));
        Assert.Equal(TestModels.HashOf(model), json.Text("model"));
        JsonElement number = Assert.Single(json.GetProperty("numbers").EnumerateArray());
        Assert.Equal(["text", "confidence", "decision", "box", "digits"], number.Names());
        Assert.Equal("77", number.Text("text"));
        Assert.Equal(0.81, number.Number("confidence"), 1e-4); // 0.9 times 0.9
        Assert.Equal("accept", number.Text("decision"));
        JsonElement digit = number.GetProperty("digits").At(0);
        Assert.Equal(["value", "confidence", "alternatives", "box"], digit.Names());
        Assert.Equal(7, digit.Int("value"));
        Assert.Equal(0.9, digit.Number("confidence"), 1e-4);
        Assert.Equal(["value", "confidence"], digit.GetProperty("alternatives").At(0).Names());
        Assert.Equal(0.1 / 9, digit.GetProperty("alternatives").At(0).Number("confidence"), 1e-4);

        int[] outer = number.GetProperty("box").Ints();
        int[] first = digit.GetProperty("box").Ints();
        int[] second = number.GetProperty("digits").At(1).GetProperty("box").Ints();
        ColorImage image = PictureFile.Load(picture);
        Assert.All([first, second], box => Assert.True(
            box[0] >= 0 && box[1] >= 0 && box[2] > 0 && box[3] > 0 && box[0] + box[2] <= image.Width && box[1] + box[3] <= image.Height));
        Assert.True(first[0] + first[2] <= second[0], "left to right");
        Assert.Equal(first[0], outer[0]);
        Assert.Equal(second[0] + second[2], outer[0] + outer[2]);
    }

    [Fact]
    public void Run_Explain_WritesAPictureAndAReasonForEachStep()
    {
        string model = TestModels.Always(_folder.At("m"), 3, 0.9);
        string picture = TestData.WriteNumber(_folder.At("a&b.png"), "12");
        string steps = _folder.At("steps");

        TestShell.Expect(0, "read", picture, "--model", model, "--explain", steps);

        string[] names = ["grey", "page", "polarity", "light", "pattern", "ink", "rules", "straight"];
        Assert.Equal(
            [.. names.Select((name, i) => $"0{i + 1}-{name}.png"), "explain.html"],
            Directory.GetFiles(steps).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        string html = File.ReadAllText(Path.Combine(steps, "explain.html"));
        Assert.Contains("a&amp;b.png", html, StringComparison.Ordinal);
        Assert.Contains("2. page (skipped)", html, StringComparison.Ordinal);
        Assert.Contains("src=\"07-rules.png\"", html, StringComparison.Ordinal);
        ColorImage given = PictureFile.Load(picture);
        ColorImage grey = PictureFile.Load(Path.Combine(steps, "01-grey.png"));
        Assert.Equal((given.Width, given.Height), (grey.Width, grey.Height));
    }

    [Fact]
    public void Run_ExplainSeveralPictures_GivesEachAFolder()
    {
        string model = TestModels.Always(_folder.At("m"), 3, 0.9);
        string[] pictures = [TestData.WriteNumber(_folder.At("a.png"), "1"), TestData.WriteNumber(_folder.At("sub/a.png"), "2")];

        TestShell.Expect(0, ["read", .. pictures, "--model", model, "--explain", _folder.At("steps")]);

        Assert.Equal(["a", "a-2"], Directory.GetDirectories(_folder.At("steps")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Run_Text_PrintsValueConfidenceAndDigits()
    {
        string model = TestModels.Always(_folder.At("m"), 3, 0.9);
        string picture = TestData.WriteNumber(_folder.At("a.png"), "12");

        Assert.Equal($"{picture}: 33  confidence 0.810  (3:0.900 3:0.900)\n", TestShell.Expect(0, "read", picture, "--model", model).Output);
    }

    [Theory]
    [InlineData(0.40, "unsure")] // below one half, above 0.35
    [InlineData(0.20, "not-a-digit")]
    public void Run_FailOnUnsure_ExitsWith6OnlyWhenAsked(double probability, string decision)
    {
        string model = TestModels.Always(_folder.At("m"), 7, probability);
        string picture = TestData.WriteNumber(_folder.At("a.png"), "4");

        TestShell shell = TestShell.Expect(6, "read", picture, "--model", model, "--json", "--fail-on-unsure");
        string text = TestShell.Expect(0, "read", picture, "--model", model).Output;

        Assert.Equal(decision, shell.Json().GetProperty("numbers").At(0).Text("decision"));
        Assert.Contains(decision.Replace('-', ' '), text, StringComparison.Ordinal);
        TestShell.Expect(0, "read", picture, "--model", TestModels.Always(_folder.At("sure"), 7, 0.9), "--fail-on-unsure");
    }

    [Fact]
    public void Run_BlankPaper_SaysSo()
    {
        string blank = TestData.WriteBlank(_folder.At("blank.png"));

        Assert.Equal($"{blank}: no digits\n", TestShell.Expect(0, "read", blank).Output);
        Assert.Empty(TestShell.Expect(0, "read", blank, "--json").Json().GetProperty("numbers").EnumerateArray());
    }

    [Fact]
    public void Run_Dash_ReadsStandardInput()
    {
        var shell = new TestShell { Input = TestData.Number("12") };

        Assert.Equal(0, shell.Run("read", "-", "--json", "--model", TestModels.Always(_folder.At("m"), 5)));

        Assert.Equal("-", shell.Json().Text("file"));
        Assert.Equal("55", shell.Json().GetProperty("numbers").At(0).Text("text"));
    }

    [Fact]
    public void Run_DashWithoutInput_ExitsWith3AndNamesStandardInput() =>
        Assert.StartsWith("cifra: standard input: ", TestShell.Expect(3, "read", "-").Error, StringComparison.Ordinal);

    [Fact]
    public void Run_AsDigit_ReadsOneDigit()
    {
        string model = TestModels.Always(_folder.At("m"), 5);
        string picture = TestData.WriteNumber(_folder.At("a.png"), "12");

        Assert.Equal("5", TestShell.Expect(0, "read", picture, "--as", "digit", "--json", "--model", model).Json().GetProperty("numbers").At(0).Text("text"));
    }

    [Fact]
    public void Run_ListWithSpacesAndWindowsLineEnds_ReadsEach()
    {
        string[] pictures = [.. new[] { "a.png", "my scans/two words.png" }.Select(name => TestData.WriteNumber(_folder.At(name), "4"))];
        string list = _folder.Write("my list.txt", System.Text.Encoding.UTF8.GetBytes(string.Join("\r\n", pictures[0], "", pictures[1], "")));

        TestShell shell = TestShell.Expect(0, "read", "@" + list, "--json");

        Assert.Equal(pictures, shell.Lines.Select((_, i) => shell.Json(i).Text("file")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    public void Run_EmptyList_ExitsWith3AndSaysWhy(string content)
    {
        string list = _folder.Write("list.txt", System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Contains("expected a picture's path on each line", TestShell.Expect(3, "read", "@" + list).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ListThatIsNotThere_ExitsWith3() =>
        Assert.Contains("none.txt", TestShell.Expect(3, "read", "@" + _folder.At("none.txt")).Error, StringComparison.Ordinal);

    [Fact]
    public void Run_BadAmongGood_ReadsTheGoodAndExitsWith5()
    {
        string good = TestData.WriteNumber(_folder.At("good.png"), "4");
        string bad = _folder.Write("bad.png", TestData.Number("4").AsSpan(0, 200));
        string last = TestData.WriteNumber(_folder.At("last.png"), "5");

        TestShell shell = TestShell.Expect(5, "read", good, bad, _folder.At("none.png"), last, "--json");

        Assert.Equal([good, last], shell.Lines.Select((_, i) => shell.Json(i).Text("file")));
        string[] faults = shell.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, faults.Length);
        Assert.StartsWith($"cifra: {bad}: ", faults[0], StringComparison.Ordinal);
        Assert.Contains("none.png", faults[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AllBad_ExitsWith3AndPrintsNoResult()
    {
        string bad = _folder.Write("bad.png", "GIF89a"u8);

        TestShell shell = TestShell.Expect(3, "read", bad, _folder.At("none.png"));

        Assert.Empty(shell.Output);
    }

    [Fact]
    public void Run_ModelThatIsNone_ExitsWith4() =>
        TestShell.Expect(4, "read", TestData.WriteNumber(_folder.At("a.png"), "4"), "--model", _folder.Write("m", "{}"u8));

    [Fact]
    public void Run_AnnotateOne_DrawsOnACopyOfThePicture()
    {
        string picture = TestData.WriteNumber(_folder.At("a.png"), "12");

        TestShell.Expect(0, "read", picture, "--annotate", _folder.At("seen.png"));

        ColorImage before = PictureFile.Load(picture);
        ColorImage after = PictureFile.Load(_folder.At("seen.png"));
        Assert.True(after.Width >= before.Width && after.Height >= before.Height);
        // the paper is grey, boxes are coloured
        Assert.Contains(Enumerable.Range(0, after.Pixels.Length / 4), i => after.Pixels[4 * i] != after.Pixels[(4 * i) + 1]);
    }

    [Fact]
    public void Run_AnnotateSeveral_KeepsPicturesOfTheSameNameApart()
    {
        string[] pictures = [.. new[] { "a/1.png", "b/1.png", "b/2.png" }.Select(name => TestData.WriteNumber(_folder.At(name), "4"))];
        string seen = _folder.At("seen");

        TestShell.Expect(0, ["read", .. pictures, "--annotate", seen]);

        Assert.Equal(
            ["1-2.annotated.png", "1.annotated.png", "2.annotated.png"],
            Directory.GetFiles(seen).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Run_AnnotateOneIntoAFolder_KeepsItsName()
    {
        string picture = TestData.WriteNumber(_folder.At("a.png"), "4");
        Directory.CreateDirectory(_folder.At("seen"));

        TestShell.Expect(0, "read", picture, "--annotate", _folder.At("seen"));

        Assert.True(File.Exists(_folder.At("seen/a.annotated.png")));
    }

    [Fact]
    public void Run_AnnotateOverThePictureItself_ExitsWith2AndLeavesIt()
    {
        string picture = TestData.WriteNumber(_folder.At("a.png"), "4");
        byte[] before = File.ReadAllBytes(picture);

        TestShell.Expect(2, "read", picture, "--annotate", picture);

        Assert.Equal(before, File.ReadAllBytes(picture));
    }

    [Fact]
    public void Run_MissingListAmongGoodPictures_ExitsWith5AndReadsThem()
    {
        string picture = TestData.WriteNumber(_folder.At("a.png"), "4");

        TestShell shell = TestShell.Expect(5, "read", picture, "@" + _folder.At("missing.txt"));

        Assert.Contains("a.png: 4", shell.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NetworkWhoseNumbersOverflow_ExitsWith4()
    {
        string model = TestModels.Overflowing(_folder.At("m"));

        TestShell shell = TestShell.Expect(4, "read", TestData.WriteNumber(_folder.At("a.png"), "4"), "--model", model);

        Assert.Contains("expected a finite number", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AnnotateWhereNothingCanBeWritten_ExitsWith3()
    {
        string picture = TestData.WriteNumber(_folder.At("a.png"), "4");

        TestShell.Expect(3, "read", picture, "--annotate", Path.Combine(picture, "seen.png")); // a file is no folder
    }
}
