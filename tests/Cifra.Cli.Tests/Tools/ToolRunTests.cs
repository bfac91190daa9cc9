using System.Globalization;
using Cifra.Cli.Tools;

namespace Cifra.Cli.Tests.Tools;

/// <summary><c>cifra NAME</c> runs <c>cifra-NAME</c>.</summary>
public sealed class ToolRunTests
{
    private static readonly ToolPlaces Serve = ToolPlaces.None with
    {
        OwnFolder = "/opt/cifra",
        IsProgram = path => path == "/opt/cifra/cifra-serve",
        NamesIn = _ => ["cifra-serve"],
    };

    [Fact]
    public void Run_UnknownCommandWithATool_PassesArgumentsAndExitCode()
    {
        (int code, string output, string error, List<string> started) = Run(Serve, "serve", "--port", "5000", "a b");

        Assert.Equal(42, code);
        Assert.Equal(["/opt/cifra/cifra-serve", "--port", "5000", "a b"], started);
        Assert.Empty(output + error);
    }

    [Fact]
    public void Run_OwnCommand_IsNeverATool()
    {
        (int code, _, string error, List<string> started) = Run(Serve with { IsProgram = _ => true }, "read");

        Assert.Equal(2, code);
        Assert.Empty(started);
        Assert.Contains("'IMAGE' missing", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve", "Cifra.Web")]
    [InlineData("batch", "Cifra.Batch")]
    public void Run_KnownToolThatIsNotInstalled_SaysHowToInstallIt(string name, string package)
    {
        (int code, _, string error, List<string> started) = Run(ToolPlaces.None, name, "--port", "5000");

        Assert.Equal(2, code);
        Assert.Empty(started);
        Assert.Contains($"Install it: dotnet tool install --global {package}\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_WithATool_ListsIt()
    {
        Assert.Contains("installed: serve.", Run(Serve, "--help").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cifra-NAME", Run(ToolPlaces.None, "--help").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_RealProgram_ReturnsItsExitCode()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("needs a shell");
            return;
        }

        using var folder = new TempFolder();
        string tool = folder.Write("cifra-seven", "#!/bin/sh\nexit $1\n"u8);

        Assert.ThrowsAny<IOException>(() => ToolRun.Start(tool, ["7"])); // not marked as a program
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.Equal(7, ToolRun.Start(tool, ["7"]));
    }

    private static (int Code, string Output, string Error, List<string> Started) Run(ToolPlaces tools, params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        List<string> started = [];
        var shell = new Shell(() => Stream.Null, output, () => Stream.Null, error, OutputIsTerminal: false, ErrorIsTerminal: false, "cifra")
        {
            Tools = tools,
            Start = (program, given) =>
            {
                started.AddRange([program, .. given]);
                return 42;
            },
        };
        int code = App.Run(args, shell, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString(), started);
    }
}
