using System.Text.Json;
using Cifra.Network.Models;

namespace Cifra.Cli.Tests.Commands;

/// <summary><c>cifra read --as plate</c> and <c>cifra evaluate --strings … --as plate</c>.</summary>
public sealed class ReadPlateTests : IDisposable
{
    private const string Text = "7KRM402";

    private readonly TempFolder _folder = new();
    private readonly string _sample = Repository.Sample("plate-street.png");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Sample_PrintsThePlateWithItsForm()
    {
        string output = TestShell.Expect(0, "read", _sample, "--as", "plate", "--region", "us").Output;

        Assert.Contains($"us-ca {Text}  confidence", output, StringComparison.Ordinal);
        Assert.Contains("K:", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Json_HasCornersLettersAndTheNetworkThatRead()
    {
        JsonElement json = TestShell.Expect(0, "read", _sample, "--as", "plate:us", "--json").Json();
        JsonElement plate = Assert.Single(json.GetProperty("numbers").EnumerateArray());

        Assert.Equal(Pretrained.Plates.Hash, json.Text("model"));
        Assert.Equal(Text, plate.Text("text"));
        Assert.Equal("us-ca", plate.Text("name"));
        JsonElement[] corners = [.. plate.GetProperty("corners").EnumerateArray()];
        Assert.Equal(4, corners.Length);
        Assert.All(corners, corner => Assert.Equal(2, corner.GetArrayLength()));
        Assert.True(
            corners[0].At(0).GetDouble() < corners[1].At(0).GetDouble() && corners[0].At(1).GetDouble() < corners[3].At(1).GetDouble(),
            "clockwise from the top left");
        Assert.Equal(7, plate.GetProperty("digits").At(0).Int("value"));
        Assert.Equal("K", plate.GetProperty("digits").At(1).Text("value"));
    }

    [Fact]
    public void Run_PictureWithoutPlate_SaysSo() => Assert.Contains(
        "no number plate found", TestShell.Expect(0, "read", Repository.Sample("digit-7.png"), "--as", "plate").Output, StringComparison.Ordinal);

    [Fact]
    public void Run_Annotate_WritesAPicture()
    {
        string seen = _folder.At("seen.png");

        TestShell.Expect(0, "read", _sample, "--as", "plate", "--annotate", seen);

        Assert.True(File.Exists(seen));
    }

    [Theory]
    [InlineData("--region belongs to --as plate", "--as", "zip", "--region", "us")]
    [InlineData("--region belongs to --as plate", "--region", "us")]
    [InlineData("No plates are known of 'atlantis'", "--as", "plate", "--region", "atlantis")]
    [InlineData("No plates are known of 'atlantis'", "--as", "plate:atlantis")]
    [InlineData("--max-error", "--as", "plate", "--max-error", "0.01")]
    public void Run_WhatDoesNotGoTogether_IsAnErrorOfUse(string message, params string[] options) =>
        Assert.Contains(message, TestShell.Expect(2, ["read", _sample, .. options]).Error, StringComparison.Ordinal);

    [Fact]
    public void Run_NetworkThatReadsNoLines_IsAnInvalidModel() =>
        TestShell.Expect(4, "read", _sample, "--as", "plate", "--model", TestModels.Always(_folder.At("seven.safetensors"), 7, 0.9));

    [Fact]
    public void Evaluate_BoxesAndLetters_CountsBoth()
    {
        // The plate is at 262,252 to 378,322; the list knows the picture by another folder.
        string truth = _folder.Write(
            "truth.csv",
            System.Text.Encoding.UTF8.GetBytes($"file,text,source,x,y,plate_w,plate_h\ncrop.png,{Text},far/away/plate-street.png,262,252,116,70\n"));

        TestShell shell = TestShell.Expect(
            0, "evaluate", "--strings", truth, "--images", Path.GetDirectoryName(_sample)!, "--as", "plate", "--region", "us", "--file-column",
            "source", "--boxes", "--json");

        Assert.Equal((1, 1, 1), (shell.Json().Int("exact"), shell.Json().Int("located"), shell.Json().Int("found")));
        Assert.Equal(Text.Length, shell.Json().Int("characters")); // letters count
        Assert.Equal(Pretrained.Plates.Hash, shell.Json().Text("model"));
    }
}
