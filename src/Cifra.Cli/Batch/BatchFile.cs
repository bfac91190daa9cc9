using System.Diagnostics;
using System.Text;
using Cifra.Reading;

namespace Cifra.Cli.Batch;

/// <summary>The file that a batch writes line by line, and resumes after any interruption.</summary>
/// <remarks>
/// A line is passed to the operating system as a whole as soon as it is complete, so that it survives the process; every two seconds and at the end the
/// file is flushed to the disk. The file is locked against other writers.
/// </remarks>
internal sealed class BatchFile : IDisposable
{
    private static readonly TimeSpan Flushing = TimeSpan.FromSeconds(2);

    private readonly FileStream _stream;
    private long _flushed = Stopwatch.GetTimestamp();

    private BatchFile(FileStream stream, DonePictures done)
    {
        _stream = stream;
        Done = done;
    }

    /// <summary>What the file held when it was opened.</summary>
    public DonePictures Done { get; }

    /// <summary>Opens or creates the file. Removes a half-written last line, and the lines of failed pictures that are asked for again.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">How its lines look.</param>
    /// <param name="networks">What reads.</param>
    /// <param name="asked">The pictures asked for.</param>
    /// <exception cref="InvalidDataException">The file was not written by a batch; it stays unchanged.</exception>
    /// <exception cref="UsageException">It holds readings of other networks.</exception>
    /// <exception cref="IOException">It cannot be written, or another run writes to it.</exception>
    public static BatchFile Open(string path, BatchFormat format, ReadingNetworks networks, IReadOnlySet<string> asked)
    {
        var done = new DonePictures();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        List<(long Start, long End)> kept = [];
        long length;
        using (FileStream old = Exclusive(path))
        {
            length = old.Length;
            Scan(old, path, format, (entry, start, end) =>
            {
                if (entry?.Networks is { } others && others != networks)
                {
                    throw new UsageException($"{path} holds readings of other networks, {others}. Name another file, or read with those.");
                }

                bool retried = entry is { Sha256: null } && asked.Contains(entry.File);
                if (!retried)
                {
                    Keep(kept, start, end);
                }

                if (entry?.Sha256 is not null)
                {
                    done.Add(entry, asked.Contains(entry.File));
                }
            });
        }

        return new BatchFile(Trimmed(path, format, kept, length), done);
    }

    /// <summary>Adds lines, each with its end.</summary>
    public void Append(string lines)
    {
        _stream.Write(Encoding.UTF8.GetBytes(lines));
        bool due = Stopwatch.GetElapsedTime(_flushed) > Flushing;
        _stream.Flush(flushToDisk: due);
        _flushed = due ? Stopwatch.GetTimestamp() : _flushed;
    }

    public void Dispose()
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
    }

    // Lines in the middle are removed by rewriting the file atomically; a half-written last line by truncating it.
    private static FileStream Trimmed(string path, BatchFormat format, List<(long Start, long End)> kept, long length)
    {
        if (kept.Count > 1 || (kept.Count == 1 && kept[0].Start > 0))
        {
            AtomicFile.Write(path, target =>
            {
                using FileStream old = Exclusive(path);
                foreach ((long start, long end) in kept)
                {
                    Copy(old, target, start, end);
                }
            });
            length = kept.Sum(part => part.End - part.Start);
            kept = [(0, length)];
        }

        FileStream stream = Exclusive(path);
        try
        {
            long sound = kept.Count == 0 ? 0 : kept[0].End;
            if (sound < length)
            {
                stream.SetLength(sound);
            }

            stream.Seek(0, SeekOrigin.End);
            if (sound == 0 && format.Header.Length > 0)
            {
                stream.Write(Encoding.UTF8.GetBytes(format.Header + '\n'));
                stream.Flush();
            }

            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static void Scan(FileStream stream, string path, BatchFormat format, Action<BatchEntry?, long, long> found)
    {
        var lines = new LineScanner(stream, path);
        bool header = false;
        while (lines.Next() is { } line)
        {
            if (!header && format.Header.Length > 0)
            {
                header = line == format.Header
                    ? true
                    : throw new InvalidDataException($"{path}: line 1: expected {format.Header}, found another. Name another file.");
                found(null, lines.Start, lines.End);
                continue;
            }

            found(format.Parse(line, path, lines.Number), lines.Start, lines.End);
        }

        if (!lines.Tail.IsEmpty && !format.CanBePart(lines.Tail, header))
        {
            throw new InvalidDataException(
                $"{path}: line {lines.Number + 1}: expected what 'cifra read --out' writes, found something else. Name another file.");
        }
    }

    private static void Keep(List<(long Start, long End)> kept, long start, long end)
    {
        if (kept.Count > 0 && kept[^1].End == start)
        {
            kept[^1] = (kept[^1].Start, end);
        }
        else
        {
            kept.Add((start, end));
        }
    }

    private static void Copy(FileStream from, Stream to, long start, long end)
    {
        from.Seek(start, SeekOrigin.Begin);
        byte[] block = new byte[64 << 10];
        for (long left = end - start; left > 0;)
        {
            int read = from.Read(block.AsSpan(0, (int)Math.Min(left, block.Length)));
            if (read == 0)
            {
                throw new EndOfStreamException($"{from.Name} became shorter while it was read.");
            }

            to.Write(block.AsSpan(0, read));
            left -= read;
        }
    }

    private static FileStream Exclusive(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
