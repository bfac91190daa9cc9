namespace Cifra;

/// <summary>Writes a file so that a reader, or a crash, sees the old content or the new, never a part.</summary>
public static class AtomicFile
{
    /// <summary>Writes beside the target, flushes to the disk, and renames over it.</summary>
    /// <param name="path">The file to make or replace. Its folder is made when missing.</param>
    /// <param name="write">Writes the whole content to the stream it is given.</param>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written. The old file is untouched.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);

        string target = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        string beside = $"{target}.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp";

        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, target, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <inheritdoc cref="Write(string, Action{Stream})"/>
    /// <param name="path">The file to make or replace.</param>
    /// <param name="content">The whole content.</param>
    public static void Write(string path, byte[] content) => Write(path, stream => stream.Write(content));
}
