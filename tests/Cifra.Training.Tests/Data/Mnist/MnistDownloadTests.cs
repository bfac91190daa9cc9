using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Cifra.Data.Mnist;
using Cifra.Tests.Data.Formats;

namespace Cifra.Tests.Data.Mnist;

public sealed class MnistDownloadTests : IDisposable
{
    private const string First = "http://first/mnist/tiny.gz";
    private const string Second = "http://second/mnist/tiny.gz";

    private static readonly byte[] Content = [.. Enumerable.Range(0, 500).Select(i => (byte)(i * i * 31))];
    private static readonly byte[] Packed = FileBytes.Gzip(Content);
    private static readonly MnistFile Tiny = new("tiny", Content.Length, Convert.ToHexStringLower(SHA256.HashData(Content)));

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Get_GoodMirror_PutsTheFileInItsPlace()
    {
        var mirror = new FakeMirror { Files = { [First] = Packed } };
        var seen = new List<MnistProgress>();

        await Get(mirror, seen.Add);

        Assert.Equal(Packed, File.ReadAllBytes(_folder.At("tiny.gz")));
        Assert.Equal([_folder.At("tiny.gz")], Directory.GetFiles(_folder.Path));
        Assert.Equal([First], mirror.Requests);
        Assert.Equal(new MnistProgress("tiny", new Uri(First), Packed.Length, Packed.Length), seen[^1]);
        Assert.Equal(seen.OrderBy(step => step.Bytes), seen);
    }

    [Fact]
    public async Task Get_FileIsThere_AsksNoMirror()
    {
        _folder.Write("tiny", Content);
        var mirror = new FakeMirror();

        await Get(mirror);

        Assert.Empty(mirror.Requests);
    }

    [Fact]
    public async Task Get_FileIsDamaged_FetchesItAgain()
    {
        string damaged = _folder.Write("tiny", [.. Content[..^1], 0]);

        await Get(new FakeMirror { Files = { [First] = Packed } });

        Assert.False(File.Exists(damaged));
        Assert.Equal(Packed, File.ReadAllBytes(_folder.At("tiny.gz")));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, 1)]
    [InlineData(HttpStatusCode.Forbidden, 1)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 2)]
    public async Task Get_MirrorFails_TakesTheNext(HttpStatusCode status, int attempts)
    {
        var mirror = new FakeMirror { Files = { [First] = Packed, [Second] = Packed } };
        for (int i = 0; i < attempts; i++)
        {
            mirror.Statuses.Enqueue(status);
        }

        await Get(mirror);

        Assert.Equal([.. Enumerable.Repeat(First, attempts), Second], mirror.Requests);
        Assert.Equal(Packed, File.ReadAllBytes(_folder.At("tiny.gz")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_ConnectionBreaks_GoesOnWhereItStopped(bool quietly)
    {
        var mirror = new FakeMirror { Files = { [First] = Packed }, EndsQuietly = quietly };
        mirror.Breaks.Enqueue(123);

        await Get(mirror);

        Assert.Equal([First, $"{First}@123"], mirror.Requests);
        Assert.Equal(Packed, File.ReadAllBytes(_folder.At("tiny.gz")));
    }

    [Fact]
    public async Task Get_RangeIgnored_StartsOver()
    {
        var mirror = new FakeMirror { Files = { [First] = Packed }, IgnoresRange = true };
        mirror.Breaks.Enqueue(123);

        await Get(mirror);

        Assert.Equal([First, $"{First}@123"], mirror.Requests);
        Assert.Equal(Packed, File.ReadAllBytes(_folder.At("tiny.gz")));
    }

    [Fact]
    public async Task Get_WrongRangeSent_StartsOver()
    {
        var mirror = new FakeMirror { Files = { [First] = Packed }, SendsWrongRange = true };
        mirror.Breaks.Enqueue(123);

        await Get(mirror, attempts: 3);

        Assert.Equal([First, $"{First}@123", First], mirror.Requests);
        Assert.Equal(Packed, File.ReadAllBytes(_folder.At("tiny.gz")));
    }

    [Fact]
    public async Task Get_ContentCorrupt_IsRefusedAndFetchedElsewhere()
    {
        byte[] corrupt = FileBytes.Gzip([.. Content[..^1], 0]);
        var mirror = new FakeMirror { Files = { [First] = corrupt, [Second] = Packed } };

        await Get(mirror);

        Assert.Equal([First, Second], mirror.Requests);
        Assert.Equal(Packed, File.ReadAllBytes(_folder.At("tiny.gz")));
    }

    [Fact]
    public async Task Get_PartIsOfAnotherFile_StartsOverOnTheSameMirror()
    {
        _folder.Write("tiny.gz.part", [1, 2, 3, 4, 5]);
        var mirror = new FakeMirror { Files = { [First] = Packed } };

        await Get(mirror);

        Assert.Equal([$"{First}@5", First], mirror.Requests);
        Assert.Equal(Packed, File.ReadAllBytes(_folder.At("tiny.gz")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public async Task Get_PartIsWholeOrLonger_IsTakenOrThrownAway(int extra)
    {
        _folder.Write("tiny.gz.part", [.. Packed, .. new byte[extra]]);
        var mirror = new FakeMirror { Files = { [First] = Packed } };

        await Get(mirror);

        Assert.Equal(extra == 0 ? 1 : 2, mirror.Requests.Count);
        Assert.Equal(Packed, File.ReadAllBytes(_folder.At("tiny.gz")));
    }

    [Fact]
    public async Task Get_EndlessBody_IsCutOff()
    {
        var mirror = new FakeMirror { Files = { [First] = new byte[1 << 20], [Second] = Packed } };

        await Get(mirror);

        Assert.Equal([First, Second], mirror.Requests);
    }

    [Fact]
    public async Task Get_Cancelled_LeavesThePartForTheNextRun()
    {
        using var cancel = new CancellationTokenSource();
        var mirror = new FakeMirror { Files = { [First] = Packed } };
        void Hear(MnistProgress step)
        {
            if (step.Bytes >= 100)
            {
                cancel.Cancel();
            }
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Get(mirror, Hear, cancel: cancel));
        Assert.False(File.Exists(_folder.At("tiny.gz")));
        await Get(mirror);

        Assert.Equal([First, $"{First}@100"], mirror.Requests);
        Assert.Equal(Packed, File.ReadAllBytes(_folder.At("tiny.gz")));
    }

    [Fact]
    public async Task Get_NoMirrorWorks_SaysWhyOfEachAndWhatToDo()
    {
        var mirror = new FakeMirror { Files = { [Second] = "<html>please log in</html>"u8.ToArray() } };

        IOException e = await Assert.ThrowsAsync<IOException>(() => Get(mirror));

        foreach (string words in (string[])["tiny could not be fetched", $"{First}: the server answers 404", $"{Second}: ", "copy the four files", _folder.Path])
        {
            Assert.Contains(words, e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_SilentMirror_IsLeftAfterAWhile()
    {
        using var client = new HttpClient(new SilentHandler());
        MnistDownloadOptions options = Options(attempts: 1) with { Patience = TimeSpan.FromMilliseconds(20) };

        IOException e = await Assert.ThrowsAsync<IOException>(
            () => MnistDownload.GetAsync(client, _folder.Path, [Tiny], options, TestContext.Current.CancellationToken));

        Assert.Contains("silent for", e.Message, StringComparison.Ordinal);
    }

    // Real sockets: the connection is closed in the middle of the body, then the range is asked for and given.
    [Fact]
    public async Task Get_OverLoopback_ResumesAfterTheServerHangsUp()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int half = Packed.Length / 2;
        Task<string> server = Serve();
        async Task<string> Serve()
        {
            await Answer(listener, $"HTTP/1.1 200 OK\r\nContent-Length: {Packed.Length}\r\n\r\n", Packed[..half]);
            return await Answer(
                listener,
                $"HTTP/1.1 206 Partial Content\r\nContent-Length: {Packed.Length - half}\r\n"
                + $"Content-Range: bytes {half}-{Packed.Length - 1}/{Packed.Length}\r\n\r\n",
                Packed[half..]);
        }

        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        MnistDownloadOptions options = Options(attempts: 2) with { Mirrors = [new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/m/")] };

        await MnistDownload.GetAsync(client, _folder.Path, [Tiny], options, TestContext.Current.CancellationToken);

        Assert.Equal(Packed, File.ReadAllBytes(_folder.At("tiny.gz")));
        string second = await server;
        Assert.StartsWith("GET /m/tiny.gz HTTP/1.1", second, StringComparison.Ordinal);
        Assert.Contains($"Range: bytes={half}-", second, StringComparison.Ordinal);
    }

    private static async Task<string> Answer(TcpListener listener, string header, byte[] body)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync();
        NetworkStream stream = client.GetStream();
        var request = new StringBuilder();
        byte[] buffer = new byte[4_096];
        while (!request.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            int read = await stream.ReadAsync(buffer);
            request.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(header));
        await stream.WriteAsync(body);
        return request.ToString();
    }

    private async Task Get(
        FakeMirror mirror, Action<MnistProgress>? hear = null, int attempts = 2, CancellationTokenSource? cancel = null)
    {
        using var client = new HttpClient(mirror, disposeHandler: false);
        MnistDownloadOptions options = Options(attempts) with { Progress = hear is null ? null : new Listener(hear) };
        await MnistDownload.GetAsync(client, _folder.Path, [Tiny], options, cancel?.Token ?? TestContext.Current.CancellationToken);
    }

    private static MnistDownloadOptions Options(int attempts) => new()
    {
        Mirrors = [new Uri("http://first/mnist/"), new Uri("http://second/mnist")],
        AttemptsPerMirror = attempts,
        RetryDelay = TimeSpan.Zero,
    };

    private sealed class Listener(Action<MnistProgress> hear) : IProgress<MnistProgress>
    {
        public void Report(MnistProgress value) => hear(value);
    }

    private sealed class SilentHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage();
        }
    }
}
