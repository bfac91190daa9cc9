using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Xml.Linq;

namespace Cifra.Cli.Tests;

/// <summary>Packs the packages, and installs and runs the tool from its file, as a user does.</summary>
[Collection(RunAlone.Name)]
public sealed class PackagingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pack_Library_HoldsWhatAPackageNeeds()
    {
        await DotnetAsync("pack", "src/Cifra", "-c", "Release", "--no-restore", "--disable-build-servers", "-o", _folder.Path);

        string package = Assert.Single(Directory.GetFiles(_folder.Path, "Cifra.*.nupkg"));
        using ZipArchive zip = ZipFile.OpenRead(package);
        string[] entries = [.. zip.Entries.Select(entry => entry.FullName)];
        Assert.Contains("README.md", entries);
        Assert.Contains("LICENSE", entries);
        Assert.Contains("lib/net10.0/Cifra.dll", entries);
        Assert.Contains("lib/net10.0/Cifra.xml", entries);
        using var manifest = new StreamReader(zip.GetEntry("Cifra.nuspec")!.Open());
        string text = await manifest.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<license type=\"expression\">MIT</license>", text, StringComparison.Ordinal);
        Assert.Contains("<readme>README.md</readme>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<dependency ", text, StringComparison.Ordinal);
        using ZipArchive symbols = ZipFile.OpenRead(Path.ChangeExtension(package, ".snupkg"));
        Assert.Contains(symbols.Entries, entry => entry.FullName == "lib/net10.0/Cifra.pdb");
    }

    [Fact]
    public async Task Pack_Onnx_AsksForExactlyItsOwnVersionOfTheLibrary()
    {
        await DotnetAsync("pack", "src/Cifra.Onnx", "-c", "Release", "--no-restore", "--disable-build-servers", "-o", _folder.Path);

        string package = Assert.Single(Directory.GetFiles(_folder.Path, "Cifra.Onnx.*.nupkg"));
        using ZipArchive zip = ZipFile.OpenRead(package);
        string[] entries = [.. zip.Entries.Select(entry => entry.FullName)];
        Assert.Contains("README.md", entries);
        Assert.Contains("LICENSE", entries);
        Assert.Equal(
            ["lib/net10.0/Cifra.Onnx.dll", "lib/net10.0/Cifra.Onnx.xml"],
            entries.Where(entry => entry.StartsWith("lib/", StringComparison.Ordinal)).Order());
        XDocument manifest = await XDocument.LoadAsync(zip.GetEntry("Cifra.Onnx.nuspec")!.Open(), LoadOptions.None, TestContext.Current.CancellationToken);
        string version = Path.GetFileNameWithoutExtension(package)["Cifra.Onnx.".Length..];
        Dictionary<string, string> dependencies = manifest.Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);
        Assert.Equal(["Cifra", "Google.Protobuf"], dependencies.Keys.Order());
        Assert.Equal($"[{version}]", dependencies["Cifra"]);
        Assert.StartsWith("3.", dependencies["Google.Protobuf"], StringComparison.Ordinal); // a minimum
    }

    [Fact]
    public async Task Pack_Tool_InstallsAndReadsAPicture()
    {
        await DotnetAsync("pack", "src/Cifra.Cli", "-c", "Release", "--no-restore", "--disable-build-servers", "-o", _folder.Path);
        string tools = _folder.At("tools");
        // no other source is asked
        string config = _folder.Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>"u8);

        await DotnetAsync("tool", "install", "--tool-path", tools, "--configfile", config, "--add-source", _folder.Path, "Cifra.Cli");

        string cifra = Path.Combine(tools, OperatingSystem.IsWindows() ? "cifra.exe" : "cifra");
        string result = await RunAsync(cifra, ["read", "samples/pictures/number-1450.png", "--json"]);
        using var json = JsonDocument.Parse(result);
        Assert.Equal("1450", json.RootElement.GetProperty("numbers").At(0).Text("text"));

        // On the platform that the machine code is for, the tool is that code; elsewhere, and in the package for every platform, it is not.
        bool ahead = OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64
            && !RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);
        string[] installed = [.. Directory.GetFiles(tools, "Cifra*.dll", SearchOption.AllDirectories)];
        Assert.Equal(4, installed.Length);
        Assert.All(installed, file => Assert.Equal(ahead, HoldsMachineCode(File.OpenRead(file))));
        using ZipArchive portable = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(_folder.Path, "Cifra.Cli.any.*.nupkg")));
        ZipArchiveEntry[] assemblies = [.. portable.Entries.Where(entry => entry.Name is "Cifra.dll" or "Cifra.Training.dll" or "Cifra.Onnx.dll" or "Cifra.Cli.dll")];
        Assert.Equal(4, assemblies.Length);
        Assert.All(assemblies, entry => Assert.False(HoldsMachineCode(entry.Open())));
    }

    private static bool HoldsMachineCode(Stream assembly)
    {
        using Stream stream = assembly;
        using var copy = new MemoryStream();
        stream.CopyTo(copy); // an entry of a package cannot seek
        copy.Position = 0;
        using var reader = new PEReader(copy);
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    private static Task<string> DotnetAsync(params string[] args) => RunAsync(ChildProcess.Dotnet, args);

    private static async Task<string> RunAsync(string file, string[] args)
    {
        using var child = ChildProcess.Start(file, args, Repository.Root, new Dictionary<string, string>
        {
            ["DOTNET_ROOT"] = Path.GetDirectoryName(ChildProcess.Dotnet)!,
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        });
        int code = await child.EndAsync(TestContext.Current.CancellationToken);
        Assert.True(code == 0, $"{file} {string.Join(' ', args)} ended with {code}\n{child.Output}{child.Error}");
        return child.Output;
    }
}
