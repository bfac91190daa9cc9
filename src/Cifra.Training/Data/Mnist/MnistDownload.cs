using System.Net;
using System.Net.Http.Headers;

namespace Cifra.Data.Mnist;

/// <summary>Fetches MNIST: from several mirrors, resuming what an earlier run left, keeping only what is MNIST's to the bit.</summary>
/// <remarks>
/// A file grows beside its place as <c>NAME.gz.part</c>, which an interrupted or cancelled run leaves for the next; it is renamed into place
/// once the SHA-256 of its uncompressed content was found right.
/// </remarks>
public static class MnistDownload
{
    /// <summary>Fetches what the folder lacks or holds damaged. Files that are good already are not fetched again.</summary>
    /// <param name="client">Makes the requests; stays the caller's.</param>
    /// <param name="folder">Where the files go, such as <see cref="MnistLocation.DownloadFolder"/>; made when missing.</param>
    /// <param name="options">Mirrors, attempts, progress; null for the usual.</param>
    /// <param name="cancellation">Stops it; what was fetched stays and is resumed by the next run.</param>
    /// <exception cref="IOException">A file could not be had from any mirror; the message says why from each, and what to do.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task GetAsync(
        HttpClient client, string folder, MnistDownloadOptions? options = null, CancellationToken cancellation = default) =>
        GetAsync(client, folder, MnistFile.All, options ?? new MnistDownloadOptions(), cancellation);

    /// <summary>The same for other files, so that tests can serve small ones.</summary>
    internal static async Task GetAsync(
        HttpClient client, string folder, IReadOnlyList<MnistFile> files, MnistDownloadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Directory.CreateDirectory(folder);
        foreach (MnistFile file in files)
        {
            MnistFileCheck check = MnistData.Check(file, folder);
            if (check.IsGood)
            {
                long length = new FileInfo(check.Path!).Length;
                options.Progress?.Report(new MnistProgress(file.Name, null, length, length));
                continue;
            }

            await GetFileAsync(client, folder, file, options, cancellation).ConfigureAwait(false);
            RemoveDamaged(check, Path.Combine(folder, file.PackedName));
        }
    }

    private static async Task GetFileAsync(
        HttpClient client, string folder, MnistFile file, MnistDownloadOptions options, CancellationToken cancellation)
    {
        var partial = new PartialFile(Path.Combine(folder, file.PackedName), file);
        var faults = new List<string>();
        foreach (Uri mirror in options.Mirrors)
        {
            var source = new Uri($"{mirror.AbsoluteUri.TrimEnd('/')}/{file.PackedName}");
            for (int attempt = 0; attempt < options.AttemptsPerMirror; attempt++)
            {
                if (attempt > 0)
                {
                    await Task.Delay(options.RetryDelay * Math.Pow(2, attempt - 1), options.Time, cancellation).ConfigureAwait(false);
                }

                (string? fault, bool final) = await TryAsync(client, source, partial, options, cancellation).ConfigureAwait(false);
                if (fault is null)
                {
                    return;
                }

                faults.Add($"{source}: {fault}");
                options.Progress?.Report(new MnistProgress(file.Name, source, partial.Length, null, fault));
                if (final)
                {
                    break;
                }
            }
        }

        throw new IOException(
            $"{file.Name} could not be fetched. {string.Join(" ", faults.Distinct().Select(fault => $"{fault.TrimEnd('.')}."))} {MnistData.Advice(folder)}");
    }

    /// <summary>One attempt on one mirror.</summary>
    /// <returns>What went wrong, or null; and whether the mirror is not worth another attempt.</returns>
    private static async Task<(string? Fault, bool Final)> TryAsync(
        HttpClient client, Uri source, PartialFile partial, MnistDownloadOptions options, CancellationToken cancellation)
    {
        bool resumed = partial.Length > 0;
        try
        {
            HttpStatusCode status = await FetchAsync(client, source, partial, options, cancellation).ConfigureAwait(false);
            if (status is not (HttpStatusCode.OK or HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable))
            {
                bool passing = (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;
                return ($"the server answers {(int)status} {status}", !passing);
            }

            partial.Complete();
            return (null, true);
        }
        catch (InvalidDataException e)
        {
            // Where a part was there already, it may be that part which is wrong, or from a mirror that packs differently.
            partial.Delete();
            return (e.Message, !resumed);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (e.Message, false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return ($"silent for {options.Patience.TotalSeconds:0} s", false);
        }
    }

    private static async Task<HttpStatusCode> FetchAsync(
        HttpClient client, Uri source, PartialFile partial, MnistDownloadOptions options, CancellationToken cancellation)
    {
        using var quiet = new CancellationTokenSource(options.Patience, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(quiet.Token, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, source);
        if (partial.Length > 0)
        {
            request.Headers.Range = new RangeHeaderValue(partial.Length, null);
        }

        using HttpResponseMessage response =
            await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent))
        {
            return response.StatusCode;
        }

        // A server that ignores the range answers 200 with the whole file; one that answers with another range is not to be trusted.
        bool continues = response.StatusCode == HttpStatusCode.PartialContent;
        long? from = response.Content.Headers.ContentRange?.From;
        if (continues && from != partial.Length)
        {
            throw new InvalidDataException($"asked for bytes from {partial.Length}, the server sends from {from}");
        }

        long? total = response.Content.Headers.ContentLength + (continues ? partial.Length : 0);
        using Stream body = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
        using FileStream disk = partial.Open(continues);
        byte[] buffer = new byte[1 << 16];
        int read;
        while ((read = await body.ReadAsync(buffer, either.Token).ConfigureAwait(false)) > 0)
        {
            quiet.CancelAfter(options.Patience);
            partial.ExpectRoom(disk.Position + read);
            await disk.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None).ConfigureAwait(false);
            options.Progress?.Report(new MnistProgress(partial.File.Name, source, disk.Position, total));
        }

        return total is null || disk.Position >= total
            ? response.StatusCode
            : throw new IOException($"the connection ended after {disk.Position} of {total} bytes");
    }

    // A damaged plain file would be found before the good packed one.
    private static void RemoveDamaged(MnistFileCheck check, string good)
    {
        if (check.Path is not null && check.Path != good)
        {
            File.Delete(check.Path);
        }
    }
}
