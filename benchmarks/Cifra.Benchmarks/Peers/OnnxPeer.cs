using System.CommandLine;
using System.Text.Json;
using Cifra.Cli.Benchmarking;
using Cifra.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace Cifra.Benchmarks.Peers;

/// <summary>
/// <c>onnx-peer</c>: ONNX Runtime as a peer. It runs in a process of its own like the other peers, so that its threads, which spin for a while after
/// their work, and its memory are not in the process that measures Cifra.
/// </summary>
internal sealed class OnnxPeer : IDisposable
{
    public const string Name = "onnx-peer";

    private const int Side = 28;

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(0.3);

    private readonly Dictionary<(string Net, int Threads), InferenceSession> _sessions = [];
    private readonly HashSet<(InferenceSession Session, int Batch)> _warm = [];

    public static Command Create()
    {
        var command = new Command(Name, "Run ONNX Runtime for 'peers': a request on every line of standard input, an answer on every line of standard output.");
        command.SetAction(_ => Serve(Console.In, Console.Out));
        return command;
    }

    /// <summary>Answers each request, a line of JSON, with a line of JSON, until its input ends. benchmarks/peers/README.md lists the requests.</summary>
    public static void Serve(TextReader input, TextWriter output)
    {
        using var peer = new OnnxPeer();
        Say(new PeerAnswer { Ready = true, Name = "ONNX Runtime", Version = OrtEnv.Instance().GetVersionString() });
        while (input.ReadLine() is { } line)
        {
            try
            {
                Say(peer.Answer(JsonSerializer.Deserialize(line, PeerJson.Default.PeerRequest) ?? throw new PeerException("there is no request in 'null'")));
            }
            catch (Exception e) // whatever it is, the other program waits for a line
            {
                Say(new PeerAnswer { Error = e.Message });
            }
        }

        void Say(PeerAnswer answer)
        {
            output.WriteLine(JsonSerializer.Serialize(answer, PeerJson.Default.PeerAnswer));
            output.Flush();
        }
    }

    public void Dispose()
    {
        foreach (InferenceSession session in _sessions.Values)
        {
            session.Dispose();
        }
    }

    private PeerAnswer Answer(PeerRequest request) => request.Do switch
    {
        "load" => Load(request),
        "infer" => Infer(request),
        _ => throw new PeerException($"there is no request '{request.Do}'; there are load, infer"),
    };

    private PeerAnswer Load(PeerRequest request)
    {
        using var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            IntraOpNumThreads = request.Threads,
            InterOpNumThreads = 1,
        };
        var session = new InferenceSession(request.Model ?? throw new PeerException("load needs a model"), options);
        if (_sessions.Remove((request.Net, request.Threads), out InferenceSession? old))
        {
            _warm.RemoveWhere(key => key.Session == old);
            old.Dispose();
        }

        _sessions.Add((request.Net, request.Threads), session);
        return new PeerAnswer { Ok = true };
    }

    private PeerAnswer Infer(PeerRequest request)
    {
        if (request is not { Batch: > 0 and int batch, Seconds: > 0 and double seconds })
        {
            throw new PeerException("infer needs a batch and seconds above 0");
        }

        if (!_sessions.TryGetValue((request.Net, request.Threads), out InferenceSession? session))
        {
            throw new PeerException($"'{request.Net}' is not loaded for {request.Threads} threads");
        }

        if (_warm.Add((session, batch)))
        {
            Run(session, batch, WarmUpTime);
        }

        Pace pace = Run(session, batch, TimeSpan.FromSeconds(seconds));
        return new PeerAnswer { Images = pace.Count, Seconds = pace.Seconds };
    }

    // Input and output stay in the same memory from call to call, and only the scores are asked for: nothing but the network is measured.
    private static Pace Run(InferenceSession session, int batch, TimeSpan time)
    {
        var random = new Random(batch);
        float[] pictures = [.. Enumerable.Range(0, batch * Side * Side).Select(_ => random.NextSingle())];
        int classes = session.OutputMetadata[OnnxExporter.Scores].Dimensions[1];
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(pictures, [batch, 1, Side, Side]);
        using OrtValue scores = OrtValue.CreateTensorValueFromMemory(new float[batch * classes], [batch, classes]);
        using var options = new RunOptions();
        string[] inputNames = [OnnxExporter.Input];
        OrtValue[] inputs = [input];
        string[] outputNames = [OnnxExporter.Scores];
        OrtValue[] outputs = [scores];

        Pace calls = Pace.Of(() => session.Run(options, inputNames, inputs, outputNames, outputs), time); // the loop that times Cifra too
        return calls with { Count = calls.Count * batch };
    }
}
