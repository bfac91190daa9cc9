using System.Net;
using System.Net.Http.Headers;

namespace Cifra.Tests.Data.Mnist;

/// <summary>A web server in memory that serves one file per path, and can be told to misbehave.</summary>
internal sealed class FakeMirror : HttpMessageHandler
{
    /// <summary>The files, by the whole address.</summary>
    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>What was asked for, in order: the address, and "@N" behind it where a range was.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Bytes after which the connection breaks, for one request each; -1 for a request that goes well.</summary>
    public Queue<int> Breaks { get; } = new();

    /// <summary>Statuses to answer with instead, for one request each; OK for a request that goes well.</summary>
    public Queue<HttpStatusCode> Statuses { get; } = new();

    public bool IgnoresRange { get; init; }

    public bool SendsWrongRange { get; init; }

    /// <summary>Whether a broken connection looks to the client like the end of the body (HTTP/1.0), not like a fault.</summary>
    public bool EndsQuietly { get; init; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string address = request.RequestUri!.ToString();
        long? from = request.Headers.Range?.Ranges.Single().From;
        Requests.Add(from is null ? address : $"{address}@{from}");

        HttpStatusCode status = Statuses.Count > 0 ? Statuses.Dequeue() : HttpStatusCode.OK;
        if (status != HttpStatusCode.OK)
        {
            return Task.FromResult(new HttpResponseMessage(status));
        }

        if (!Files.TryGetValue(address, out byte[]? file))
        {
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
        }

        if (from >= file.Length && !IgnoresRange)
        {
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.RequestedRangeNotSatisfiable));
        }

        bool ranged = from is not null && !IgnoresRange;
        int start = ranged ? (int)from! - (SendsWrongRange ? 1 : 0) : 0;
        int breakAt = Breaks.Count > 0 ? Breaks.Dequeue() : -1;
        var content = new StreamContent(new BreakingStream(file[start..], breakAt, EndsQuietly));
        content.Headers.ContentLength = file.Length - start;
        if (ranged)
        {
            content.Headers.ContentRange = new ContentRangeHeaderValue(start, file.Length - 1, file.Length);
        }

        return Task.FromResult(new HttpResponseMessage(ranged ? HttpStatusCode.PartialContent : HttpStatusCode.OK) { Content = content });
    }

    /// <summary>Gives ten bytes at a time, and then breaks where it was told to.</summary>
    private sealed class BreakingStream(byte[] content, int breakAt, bool quietly) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int most = 10;
            if (breakAt >= 0)
            {
                most = (int)Math.Min(most, breakAt - Position);
                if (most == 0)
                {
                    return quietly ? ValueTask.FromResult(0) : throw new HttpIOException(HttpRequestError.ResponseEnded, "broken off");
                }
            }

            return ValueTask.FromResult(Read(buffer.Span[..Math.Min(most, buffer.Length)]));
        }
    }
}
