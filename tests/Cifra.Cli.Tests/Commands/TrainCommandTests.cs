using System.Text.Json;
using System.Text.RegularExpressions;
using Cifra.Data.Drawn;
using Cifra.Network.Digits;
using Cifra.Network.Models;

namespace Cifra.Cli.Tests.Commands;

public sealed class TrainCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _data;

    public TrainCommandTests() => _data = TestData.WriteIdx(_folder.At("data"), "mine", DrawnDigits.Create(320, seed: 2));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Json_HasIdentityAndCourse()
    {
        string model = _folder.At("m.safetensors");

        TestShell shell = TestShell.Expect(0, Command(model, "--epochs", "2", "--validation", "20", "--json"));

        JsonElement json = shell.Json();
        Assert.Equal(
            ["schemaVersion", "model", "file", "recipe", "data", "seed", "epochs", "trainLoss", "trainAccuracy", "validationAccuracy",
            "validationLoss", "seconds"],
            json.Names());
        Assert.Equal(TestModels.HashOf(model), json.Text("model"));
        Assert.Equal(model, json.Text("file"));
        Assert.Equal("quick", json.Text("recipe"));
        Assert.Equal(_data, json.Text("data"));
        Assert.Equal(2, json.Int("epochs"));
        JsonElement card = TestShell.Expect(0, "model", "info", model, "--json").Json();
        Assert.Equal(300, card.Int("trainImages"));
        Assert.Equal(20, card.Int("validationImages"));
        Assert.StartsWith("cifra train ", card.Text("command"), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NobodyLooks_PrintsALineAnEpochAndNothingDrawnOver()
    {
        TestShell shell = TestShell.Expect(0, Command(_folder.At("m"), "--epochs", "2", "--validation", "20"));

        string[] talk = shell.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, talk.Length);
        Assert.StartsWith($"quick: 300 pictures of {_data}, 2 epochs, seed 1, ", talk[0], StringComparison.Ordinal);
        for (int epoch = 1; epoch <= 2; epoch++)
        {
            Assert.Matches(
                new Regex($@"^epoch {epoch}/2  loss \d+\.\d{{4}}  accuracy \d+\.\d\d %  validation \d+\.\d\d % \(loss \d+\.\d{{4}}\)  \d+ images/s  \d+\.\d s$"),
                talk[epoch]);
        }

        Assert.DoesNotContain('\r', shell.Error);
        Assert.DoesNotContain('\u001b', shell.Error + shell.Output);
        Assert.Matches(new Regex(@"^.*m: 2 epochs in \d+\.\d s, \d+\.\d\d % of 20 held-out pictures right; sha256:[0-9a-f]{64}$"), Assert.Single(shell.Lines));
    }

    [Fact]
    public void Run_CancelledAndRunAgain_EndsWithTheSameBits()
    {
        string whole = _folder.At("whole");
        string model = _folder.At("halves");
        TestShell.Expect(0, Command(whole, "--epochs", "3"));
        using var stop = new CancellationTokenSource();
        var first = new TestShell
        {
            Heard = line =>
            {
                if (line.StartsWith("epoch 1/", StringComparison.Ordinal))
                {
                    stop.Cancel();
                }
            },
        };

        Assert.Equal(130, first.RunUntil(stop.Token, Command(model, "--epochs", "3")));

        Assert.False(File.Exists(model));
        Assert.Empty(first.Output);
        Assert.EndsWith($"stopped; the same command resumes from {model}.checkpoint\ncifra: interrupted\n", first.Error, StringComparison.Ordinal);
        TestShell second = TestShell.Expect(0, Command(model, "--epochs", "3"));
        Assert.Contains(", resuming\nepoch 2/3", second.Error, StringComparison.Ordinal);
        Assert.Equal(TestModels.HashOf(whole), TestModels.HashOf(model));
        Assert.Equal(["halves", "whole"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order()); // no checkpoint is left
    }

    [Fact]
    public void Run_DoneAlready_SaysSoAndGivesTheSameAnswer()
    {
        string model = _folder.At("m");
        TestShell first = TestShell.Expect(0, Command(model));

        TestShell second = TestShell.Expect(0, Command(model));

        Assert.Equal($"{model} is trained already; --restart trains it anew.\n", second.Error);
        Assert.Equal(first.Output, second.Output);
    }

    [Theory]
    [InlineData("--seed", "2")]
    [InlineData("--epochs", "3")]
    [InlineData("--recipe", "standard")]
    [InlineData("--validation", "20")]
    public void Run_AnotherNetworkInTheWay_ExitsWith2AndLeavesIt(string option, string value)
    {
        string model = _folder.At("m");
        TestShell.Expect(0, Command(model));
        byte[] before = File.ReadAllBytes(model);

        TestShell shell = TestShell.Expect(2, Replaced(Command(model), option, value));

        Assert.Contains($"{model} holds another network (cifra train ", shell.Error, StringComparison.Ordinal);
        Assert.Contains("--restart", shell.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(model));
    }

    [Fact]
    public void Run_SameNameOtherPictures_IsAnotherNetwork()
    {
        string model = _folder.At("m");
        TestShell.Expect(0, Command(model));
        TestData.WriteIdx(_data, "mine", DrawnDigits.Create(320, seed: 3));

        Assert.Contains($"{model} holds another network", TestShell.Expect(2, Command(model)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_DoneByANetworkWithoutDigest_GoesByNameAndCount()
    {
        string model = _folder.At("m");
        TestShell.Expect(0, Command(model));
        DigitClassifier made = ModelFile.Load(model);
        ModelFile.Save(model, made.Network, made.Card with { DataDigest = null });

        Assert.Contains("is trained already", TestShell.Expect(0, Command(model)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_CancelledWhileDataIsOpened_ExitsWith130()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var shell = new TestShell();

        Assert.Equal(130, shell.RunUntil(stop.Token, "train", "--data", "drawn", "--out", _folder.At("m")));

        Assert.Equal("cifra: interrupted\n", shell.Error);
    }

    [Fact]
    public void Run_AnotherFileInTheWay_ExitsWith2AndLeavesIt()
    {
        string file = _folder.Write("thesis.txt", "years of work"u8);

        Assert.Contains("exists and is no network", TestShell.Expect(2, Command(file)).Error, StringComparison.Ordinal);
        Assert.Equal("years of work", File.ReadAllText(file));
    }

    [Fact]
    public void Run_Restart_ForgetsTheUnfinishedAndReplacesTheFinished()
    {
        string model = _folder.At("m");
        TestShell.Expect(0, Command(model));
        _folder.Write("m.checkpoint", "unfinished"u8);

        TestShell.Expect(0, Command(model, "--seed", "2", "--restart"));

        Assert.Equal(2, TestShell.Expect(0, "model", "info", model, "--json").Json().Int("seed"));
        Assert.False(File.Exists(_folder.At("m.checkpoint")));
    }

    [Fact]
    public void Run_DamagedCheckpoint_ExitsWith3AndSaysWhatToDo()
    {
        string checkpoint = _folder.Write("m.checkpoint", "unfinished"u8);

        TestShell shell = TestShell.Expect(3, Command(_folder.At("m")));

        Assert.Contains($"cifra: {checkpoint}: ", shell.Error, StringComparison.Ordinal);
        Assert.EndsWith("start over with --restart.\n", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_CheckpointOfAnotherTraining_ExitsWith3AndSaysWhatToDo()
    {
        using var stop = new CancellationTokenSource();
        new TestShell { Heard = _ => stop.Cancel() }.RunUntil(stop.Token, Command(_folder.At("m")));

        string error = TestShell.Expect(3, Command(_folder.At("m"), "--seed", "2")).Error;

        Assert.Contains("holds another unfinished training (seed 1)", error, StringComparison.Ordinal);
        Assert.Contains("--restart", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WhatAKillLeftHalfWritten_IsRemoved()
    {
        _folder.Write("m.checkpoint.123.0123456789abcdef0123456789abcdef.tmp", "half"u8);

        TestShell.Expect(0, Command(_folder.At("m")));

        Assert.Equal(["m"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Run_DataWithoutLabels_ExitsWith2()
    {
        string data = TestData.WriteCsv(_folder.At("test.csv"), DrawnDigits.Create(5, seed: 6), labelled: false);

        TestShell shell = TestShell.Expect(2, "train", "--data", data, "--out", _folder.At("m"), "--validation", "0");

        Assert.Contains("has no training part", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MoreHeldOutThanThereIs_ExitsWith2AndNamesTheRange() => Assert.Contains(
        "--validation takes 0 to 319", TestShell.Expect(2, "train", "--data", _data, "--out", _folder.At("m"), "--validation", "400").Error,
        StringComparison.Ordinal);

    [Fact]
    public void Run_ValidationNotNamed_HoldsATenthOfASmallSet() => Assert.Contains(
        "of 32 held-out pictures",
        TestShell.Expect(0, "train", "--recipe", "quick", "--data", _data, "--out", _folder.At("m")).Output,
        StringComparison.Ordinal);

    [Fact]
    public void Run_WhileAnotherTrainingWritesTheFile_ExitsWith2()
    {
        string model = _folder.At("m");
        using var other = new FileStream(model + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        Assert.Contains("Another training writes", TestShell.Expect(2, Command(model)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_PictureThatIsNone_TrainsOnTheOthersAndExitsWith5()
    {
        string folder = TestData.WritePictures(_folder.At("pictures"), DrawnDigits.Create(40, seed: 1));
        _folder.Write("pictures/3/broken.png", "no picture"u8);

        TestShell shell = TestShell.Expect(5, Replaced(Command(_folder.At("m")), "--data", folder));

        Assert.Contains("skipped", shell.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.At("m")));
    }

    [Fact]
    public void Run_UnwritableOutput_ExitsWith3BeforeTheWork()
    {
        string file = _folder.Write("file", "x"u8);

        TestShell shell = TestShell.Expect(3, Command(Path.Combine(file, "m")));

        Assert.DoesNotContain("epoch", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OutputThatIsAFolder_ExitsWith2BeforeTheWork() =>
        Assert.Equal($"cifra: --out takes a file; {_folder.Path} is a folder.\n", TestShell.Expect(2, Command(_folder.Path)).Error);

    private string[] Command(string model, params string[] more)
    {
        string[] command = ["train", "--recipe", "quick", "--data", _data, "--out", model];
        return more.Contains("--validation") ? [.. command, .. more] : [.. command, "--validation", "0", .. more];
    }

    private static string[] Replaced(string[] command, string option, string value)
    {
        int at = Array.IndexOf(command, option);
        return at < 0 ? [.. command, option, value] : [.. command[..(at + 1)], value, .. command[(at + 2)..]];
    }
}
