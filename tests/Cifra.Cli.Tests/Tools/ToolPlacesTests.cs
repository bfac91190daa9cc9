using Cifra.Cli.Tools;

namespace Cifra.Cli.Tests.Tools;

public sealed class ToolPlacesTests
{
    [Fact]
    public void Find_Linux_BesideItselfThenInTheOrderOfPath()
    {
        ToolPlaces both = Places(ToolSystem.Linux, "/opt/cifra/", "/usr/bin:/home/ada/.dotnet/tools", null, "/usr/bin/cifra-serve",
            "/home/ada/.dotnet/tools/cifra-serve");

        Assert.Equal("/usr/bin/cifra-serve", both.Find("serve"));
        Assert.Equal("/opt/cifra/cifra-serve", (both with { IsProgram = path => path == "/opt/cifra/cifra-serve" }).Find("serve"));
        Assert.Null(both.Find("batch"));
    }

    [Theory]
    [InlineData("/usr/bin/cifra-Serve", "serve")] // case counts
    [InlineData("cifra-serve", "serve")] // an empty entry of PATH is not the working folder
    [InlineData("tools/cifra-serve", "serve")] // nor is a relative one
    [InlineData("/usr/bin/cifra-../serve", "../serve")] // a name is no path
    [InlineData("/usr/bin/cifra---help", "--help")]
    [InlineData("/usr/bin/cifra-", "")]
    [InlineData("/usr/bin/cifra-serve.exe", "serve")] // endings belong to Windows
    public void Find_Linux_NotThese(string file, string name) =>
        Assert.Null(Places(ToolSystem.Linux, "/opt/cifra", "/usr/bin::tools", ".EXE", file).Find(name));

    [Fact]
    public void Find_MacOS_LeavesCaseToTheFileSystem()
    {
        ToolPlaces mac = Places(ToolSystem.MacOS, "/Applications/cifra", "/usr/local/bin", null, "/usr/local/bin/cifra-serve");

        Assert.Equal("/usr/local/bin/cifra-SERVE", mac.Find("SERVE"));
    }

    [Theory]
    [InlineData(@"C:\cifra\cifra-serve.exe", @"C:\cifra\cifra-serve.EXE")] // beside itself
    [InlineData(@"D:\My Tools\cifra-serve.cmd", @"D:\My Tools\cifra-serve.CMD")] // a quoted entry
    [InlineData(@"\\server\share\cifra-serve.com", @"\\server\share\cifra-serve.COM")]
    [InlineData(@"E:\t\cifra-serve.exe", @"E:\t\cifra-serve.EXE")] // an entry with a separator at its end
    public void Find_Windows_TriesTheEndingsOfPathExt(string file, string expected) =>
        Assert.Equal(expected, Windows(".COM;.EXE;.BAT;.CMD", file).Find("serve"));

    [Fact]
    public void Find_Windows_PathExtSaysWhichEndingsAndInWhichOrder()
    {
        string[] files = [@"C:\cifra\cifra-serve.exe", @"C:\cifra\cifra-serve.py"];

        Assert.Equal(@"C:\cifra\cifra-serve.PY", Windows(".PY; .EXE", files).Find("serve"));
        Assert.Null(Windows(".COM", files).Find("serve"));
        Assert.Equal(@"C:\cifra\cifra-serve.EXE", Windows(null, files).Find("serve")); // the usual ones
        Assert.Null(Windows(".EXE", @"C:\cifra\cifra-serve").Find("serve")); // none without an ending
    }

    [Fact]
    public void All_EachSystem_NamesEveryToolOnce()
    {
        Assert.Equal(["batch", "serve"], Places(
            ToolSystem.Linux, "/opt/cifra", "/usr/bin", null, "/opt/cifra/cifra-serve", "/usr/bin/cifra-serve", "/usr/bin/cifra-batch",
                "/usr/bin/cifra", "/usr/bin/other").All());
        Assert.Equal(
            ["batch", "serve"],
            Windows(".EXE;.CMD", @"C:\cifra\cifra-serve.exe", @"E:\t\CIFRA-SERVE.CMD", @"E:\t\cifra-batch.cmd", @"E:\t\cifra-read.txt").All(),
            StringComparer.OrdinalIgnoreCase);
        Assert.Empty(Places(ToolSystem.MacOS, "/opt/cifra", null, null).All());
    }

    [Fact]
    public void All_FileThatCannotBeRun_IsLeftOut()
    {
        ToolPlaces places = Places(ToolSystem.Linux, "/opt/cifra", "/usr/bin", null, "/usr/bin/cifra-serve");

        Assert.Empty((places with { IsProgram = _ => false }).All());
    }

    [Theory]
    [InlineData("cifra-serve.cmd", "a&calc", true)]
    [InlineData("cifra-serve.BAT", "100%", true)]
    [InlineData("cifra-serve.cmd", "--port 5000", false)]
    [InlineData("cifra-serve.exe", "a&calc", false)]
    public void Objection_BatchFile_RefusesWhatTheCommandProcessorWouldTakeApart(string program, string argument, bool refused) =>
        Assert.Equal(refused, ToolRun.Objection(program, [argument]) is not null);

    private static ToolPlaces Windows(string? pathExt, params string[] files) =>
        Places(ToolSystem.Windows, @"C:\cifra\", @"""D:\My Tools"";\\server\share; E:\t\ ;;relative", pathExt, files);

    private static ToolPlaces Places(ToolSystem system, string own, string? path, string? pathExt, params string[] files)
    {
        StringComparison comparison = system == ToolSystem.Linux ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        char separator = system == ToolSystem.Windows ? '\\' : '/';
        return new ToolPlaces(
            system,
            own,
            path,
            pathExt,
            asked => files.Any(file => file.Equals(asked, comparison)),
            folder => files.Where(file => file[..Math.Max(0, file.LastIndexOf(separator))].Equals(folder.TrimEnd(separator),
                comparison)).Select(file => file[(file.LastIndexOf(separator) + 1)..]));
    }
}
