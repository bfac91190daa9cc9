namespace Cifra.Cli.Tests;

public sealed class AppTests
{
    public static TheoryData<string> Commands =>
    [
        "", "read", "train", "evaluate", "predict", "form", "form learn", "form show", "data", "data get", "data info", "data issues",
        "model", "model info", "model card", "model export", "model compare", "model table", "bench",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_EveryCommand_ShowsExamplesOnOutput(string command)
    {
        TestShell shell = TestShell.Expect(0, [.. Words(command), "--help"]);

        Assert.Contains("Examples:", shell.Output, StringComparison.Ordinal);
        Assert.Contains($"  cifra {command}".TrimEnd(), shell.Output, StringComparison.Ordinal);
        Assert.Empty(shell.Error);
    }

    [Theory]
    [InlineData("read", "")]
    [InlineData("evaluate", "")]
    [InlineData("train", "--out", "")]
    public void Run_EmptyArgument_ExitsWith2(params string[] args) =>
        Assert.Contains("An argument is empty", TestShell.Expect(2, args).Error, StringComparison.Ordinal);

    [Fact]
    public void Help_OfAll_ListsEachCommandOnALine()
    {
        string[] lines = TestShell.Expect(0, "--help").Lines;

        foreach (string command in Commands.Select(row => row.Data).Where(name => name.Length > 0 && !name.Contains(' ', StringComparison.Ordinal)))
        {
            Assert.Single(lines, line => line.StartsWith($"  {command} ", StringComparison.Ordinal));
        }

        Assert.Single(lines, line => line.Contains("Examples:", StringComparison.Ordinal)); // its own, not those of each command
    }

    [Theory]
    [InlineData("raed form.png", "There is no 'cifra raed'; there are read, train", "cifra --help")]
    [InlineData("data fetch", "There is no 'cifra data fetch'; there are get, info", "cifra data --help")]
    [InlineData("", "Required command was not provided", "cifra --help")]
    [InlineData("model", "Required command was not provided", "cifra model --help")]
    [InlineData("read", "Required argument 'IMAGE' missing", "cifra read --help")]
    [InlineData("read a.png --jsn", "Unrecognized option '--jsn'", "cifra read --help")]
    [InlineData("read a.png --as check", "'check' is no grammar", "cifra read --help")]
    [InlineData("evaluate --jsn", "Unrecognized option '--jsn'", "cifra evaluate --help")]
    [InlineData("evaluate --normalize 1", "'1' not recognized", "cifra evaluate --help")]
    [InlineData("evaluate --min-accuracy 99.5", "takes a rate from 0 to 1; got 99.5", "cifra evaluate --help")]
    [InlineData("predict --data drawn", "'--out' is required", "cifra predict --help")]
    [InlineData("data info --sheets", "Unrecognized option '--sheets'", "cifra data info --help")]
    [InlineData("data get --mirror ftp://example.org", "takes a web address; got 'ftp://example.org'", "cifra data get --help")]
    [InlineData("model export", "Nothing to write; name a file with --out or --onnx", "cifra model export --help")]
    [InlineData("model export --out a --keep-norms", "--keep-norms belongs to --onnx", "cifra model export --help")]
    [InlineData("train --recipe fast", "'fast' not recognized", "cifra train --help")]
    [InlineData("train --epochs 0", "--epochs takes a whole number of 1 or more; got 0", "cifra train --help")]
    [InlineData("train --threads 0", "--threads takes a whole number of 1 or more; got 0", "cifra train --help")]
    [InlineData("train --epochs many", "'many' for option '--epochs': a whole number is expected", "cifra train --help")]
    [InlineData("train --seed 1.5", "'1.5' for option '--seed': a whole number is expected", "cifra train --help")]
    [InlineData("train --checkpoint-seconds -1", "--checkpoint-seconds takes 0 to 86400; got -1", "cifra train --help")]
    [InlineData("bench --threads 0", "--threads takes a whole number of 1 or more; got 0", "cifra bench --help")]
    [InlineData("train extra", "Unrecognized command or argument 'extra'", "cifra train --help")]
    public void Run_WrongCommandLine_ExitsWith2AndSaysWhatAndWhereToLook(string line, string what, string hint)
    {
        TestShell shell = TestShell.Expect(2, Words(line));

        Assert.Empty(shell.Output);
        Assert.Contains(what, shell.Error, StringComparison.Ordinal);
        Assert.EndsWith($"Try '{hint}'.\n", shell.Error, StringComparison.Ordinal);
        Assert.All(
            shell.Error.Split('\n')[..^2],
            message => Assert.True(message.StartsWith("cifra: ", StringComparison.Ordinal) || message[0] == '\t', message));
    }

    [Fact]
    public void Run_TokenCancelledAlready_ExitsWith130()
    {
        using var folder = new TempFolder();
        var shell = new TestShell();

        int code = shell.RunUntil(new CancellationToken(canceled: true), "read", TestData.WriteNumber(folder.At("a.png"), "1"));

        Assert.Equal(130, code);
        Assert.Equal("cifra: interrupted\n", shell.Error);
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("model info")]
    [InlineData("predict --data drawn --out -")]
    public void Run_ModelThatIsNone_ExitsWith4AndNamesIt(string command)
    {
        using var folder = new TempFolder();
        string model = folder.Write("model.safetensors", "no network"u8);

        TestShell shell = TestShell.Expect(4, [.. Words(command), model]);

        Assert.StartsWith($"cifra: {model}: ", shell.Error, StringComparison.Ordinal);
        Assert.Single(shell.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Run_ModelThatIsNotThere_ExitsWith4AndNamesIt()
    {
        using var folder = new TempFolder();

        Assert.Contains(folder.At("none"), TestShell.Expect(4, "evaluate", folder.At("none"), "--data", "drawn").Error, StringComparison.Ordinal);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
