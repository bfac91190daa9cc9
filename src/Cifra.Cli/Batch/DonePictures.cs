namespace Cifra.Cli.Batch;

/// <summary>Which pictures a batch's file holds already, by their content.</summary>
/// <remarks>
/// A line does for the picture that it names. Where that is not asked for any more, it does for one other of the same content: the picture was
/// renamed or moved. So of two equal pictures neither goes without a line.
/// </remarks>
internal sealed class DonePictures
{
    private readonly Dictionary<(string Sha256, string File), BatchEntry> _named = [];
    private readonly Dictionary<string, Queue<BatchEntry>> _elsewhere = [];
    private readonly Lock _turn = new();

    /// <summary>Takes down a line of the file.</summary>
    /// <param name="entry">A picture that was read.</param>
    /// <param name="asked">Whether its file is among the pictures asked for.</param>
    public void Add(BatchEntry entry, bool asked)
    {
        if (asked)
        {
            _named[(entry.Sha256!, entry.File)] = entry;
            return;
        }

        if (!_elsewhere.TryGetValue(entry.Sha256!, out Queue<BatchEntry>? same))
        {
            _elsewhere[entry.Sha256!] = same = new Queue<BatchEntry>();
        }

        same.Enqueue(entry);
    }

    /// <summary>The line that does for a picture; null where it is still to be read. For a picture under another name a line does once.</summary>
    public BatchEntry? Take(string file, string sha256)
    {
        if (_named.TryGetValue((sha256, file), out BatchEntry? named))
        {
            return named;
        }

        lock (_turn)
        {
            return _elsewhere.TryGetValue(sha256, out Queue<BatchEntry>? same) && same.TryDequeue(out BatchEntry? moved) ? moved : null;
        }
    }
}
