namespace Cifra;

/// <summary>Writes a file so that a reader, or a crash, sees the old content or the new, never a part.</summary>
public static class AtomicFile
{
    /// <summary>Writes to a temporary file in the same folder, flushes it to the disk, and renames it over the target.</summary>
    /// <param name="path">The file to create or replace. Its folder is created if missing.</param>
    /// <param name="write">Writes the whole content to the stream it is given.</param>
    /// <exception cref="IOException">The disk is full, the folder cannot be written, or the path names a folder. The old file is untouched.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);

        string target = Path.GetFullPath(path);
        if (Path.GetDirectoryName(target) is not { Length: > 0 } folder || Path.EndsInDirectorySeparator(target))
        {
            throw new IOException($"{path} names a folder, not a file.");
        }

        Directory.CreateDirectory(folder);
        string temporary = Path.Combine(folder, TemporaryName(Path.GetFileName(target), Guid.NewGuid()));

        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <inheritdoc cref="Write(string, Action{Stream})"/>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="content">The whole content.</param>
    public static void Write(string path, byte[] content) => Write(path, stream => stream.Write(content));

    /// <summary>
    /// The name of the temporary file: starts like the target, so that a file left by a crash can be traced, and is short enough for every file system
    /// even if the target's name has the greatest length that file systems allow (255 bytes or UTF-16 units).
    /// </summary>
    internal static string TemporaryName(string fileName, Guid unique)
    {
        const int KeptLetters = 48; // at most 144 bytes as UTF-8, and the rest of the name has 37
        int kept = Math.Min(fileName.Length, KeptLetters);
        if (kept < fileName.Length && char.IsHighSurrogate(fileName[kept - 1]))
        {
            kept--; // half a surrogate pair is no valid name
        }

        return $"{fileName[..kept]}.{unique:N}.tmp";
    }
}
