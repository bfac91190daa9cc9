using System.CommandLine;
using System.Globalization;
using Cifra.Cli.Terminal;
using Cifra.Data;
using Cifra.Data.Mnist;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra data get</c>: fetches MNIST, or what is missing of it, and verifies it.</summary>
internal static class DataGetCommand
{
    public static Command Create(Shell shell, CancellationToken cancellation)
    {
        Option<string?> dataDir = CommonOptions.DataDir();
        var mirror = new Option<Uri[]>("--mirror")
        {
            Description = "Web folder of the four .gz files, instead of the built-in mirrors; may be repeated.",
            HelpName = "URL",
            CustomParser = result => [.. result.Tokens.Select(token => ParseMirror(token.Value, result))],
        };
        var command = new Command(
            "get",
            """
            Fetch the four files of MNIST (11 MB) into the folder that the other commands look in, and verify them. What is there
            already stays; an interrupted download continues.

            Examples:
              cifra data get
              cifra data get --data-dir ~/mnist
            """)
        {
            dataDir, mirror,
        };
        command.SetAction(args => Run(MnistLocation.FromEnvironment(args.GetValue(dataDir)), args.GetValue(mirror) ?? [], shell, cancellation));
        return command;
    }

    internal static int Run(MnistLocation location, IReadOnlyList<Uri> mirrors, Shell shell, CancellationToken cancellation)
    {
        var line = new ProgressLine(shell);
        var options = new MnistDownloadOptions { Progress = new DownloadProgress(line) };
        if (mirrors.Count > 0)
        {
            options = options with { Mirrors = mirrors };
        }

        using var client = new HttpClient();
        try
        {
            MnistDownload.GetAsync(client, location.DownloadFolder, options, cancellation).GetAwaiter().GetResult();
        }
        finally
        {
            line.Clear();
        }

        foreach (MnistFileCheck check in MnistData.Verify(location))
        {
            shell.Output.WriteLine($"{check.Name}: {check.Fault ?? "verified"} ({check.Path})");
        }

        return ExitCodes.Done;
    }

    private static Uri ParseMirror(string text, System.CommandLine.Parsing.ArgumentResult result)
    {
        if (!Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            result.AddError($"--mirror takes a web address; got '{text}'.");
            return new Uri("http://localhost/");
        }

        return uri;
    }

    // Not Progress<T>: its reports come late, from other threads, and would overwrite each other.
    private sealed class DownloadProgress(ProgressLine line) : IProgress<MnistProgress>
    {
        public void Report(MnistProgress value)
        {
            if (value.Fault is not null)
            {
                line.Keep($"{value.File}: {value.Source}: {value.Fault}");
                return;
            }

            string total = value.Total is { } bytes ? string.Create(CultureInfo.InvariantCulture, $" of {bytes:N0}") : "";
            line.Show(string.Create(CultureInfo.InvariantCulture, $"{value.File}: {value.Bytes:N0}{total} bytes"));
        }
    }
}
