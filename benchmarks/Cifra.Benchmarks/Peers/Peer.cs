using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Cifra.Cli.Benchmarking;

namespace Cifra.Benchmarks.Peers;

/// <summary>Another program that answers requests for as long as this one lives.</summary>
internal sealed class Peer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly CancellationToken _cancellation;

    private Peer(Process process, CancellationToken cancellation)
    {
        _process = process;
        _cancellation = cancellation;
    }

    /// <summary>"PyTorch 1.13.1".</summary>
    public string Name { get; private set; } = "";

    /// <summary>Starts one.</summary>
    /// <param name="program">What to run.</param>
    /// <param name="argument">Its one argument: a script, or a command.</param>
    /// <param name="cancellation">Ends the wait for an answer.</param>
    /// <exception cref="PeerException">It is not there, or does not get ready.</exception>
    public static Peer Start(string program, string argument, CancellationToken cancellation)
    {
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo(program, [argument]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception e)
        {
            throw new PeerException($"{program} does not start ({e.Message})");
        }

        var peer = new Peer(process, cancellation);
        try
        {
            PeerAnswer hello = peer.Read();
            peer.Name = hello.Ready ? $"{hello.Name} {hello.Version}" : throw new PeerException($"{argument} began with something else than that it is ready");
            return peer;
        }
        catch
        {
            peer.Dispose();
            throw;
        }
    }

    /// <summary>Has it load a network for a number of threads.</summary>
    public void Load(string net, string model, int threads) => Ask(new PeerRequest("load", net, threads, Model: model));

    /// <summary>Has it read pictures for about that long.</summary>
    public Pace Infer(string net, int threads, int batch, double seconds) => PaceOf(Ask(new PeerRequest("infer", net, threads, Batch: batch, Seconds: seconds)));

    /// <summary>Has it train for about that long.</summary>
    public Pace Train(string net, int threads, int batch, double seconds) => PaceOf(Ask(new PeerRequest("train", net, threads, Batch: batch, Seconds: seconds)));

    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // it has ended by itself
        }

        _process.Dispose();
    }

    private static Pace PaceOf(PeerAnswer answer) => answer is { Images: > 0 and double images, Seconds: > 0 and double seconds }
        ? new Pace(images, seconds)
        : throw new PeerException("it answered without images and seconds");

    private PeerAnswer Ask(PeerRequest request)
    {
        try
        {
            _process.StandardInput.WriteLine(JsonSerializer.Serialize(request, PeerJson.Default.PeerRequest));
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            throw new PeerException("it has ended");
        }

        PeerAnswer answer = Read();
        return answer.Error is { } error ? throw new PeerException(error) : answer;
    }

    private PeerAnswer Read()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_cancellation);
        patience.CancelAfter(Patience);
        string? line;
        try
        {
            line = _process.StandardOutput.ReadLineAsync(patience.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!_cancellation.IsCancellationRequested)
        {
            throw new PeerException(string.Create(CultureInfo.InvariantCulture, $"it did not answer within {Patience.TotalSeconds} s"));
        }

        try
        {
            return JsonSerializer.Deserialize(line ?? throw new PeerException("it has ended"), PeerJson.Default.PeerAnswer)
                ?? throw new PeerException("it answered null");
        }
        catch (JsonException)
        {
            throw new PeerException($"it answered with something else than JSON: {line}");
        }
    }
}

/// <summary>A peer cannot be asked; the others can.</summary>
internal sealed class PeerException(string message) : Exception(message);
