using System.Diagnostics;
using System.Globalization;
using Cifra.Cli.Terminal;

namespace Cifra.Cli.Batch;

/// <summary>What became of the pictures of a batch so far. One thread at a time.</summary>
internal sealed class BatchTally(int all, ProgressLine line)
{
    private static readonly TimeSpan Redrawing = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _drawn;

    /// <summary>Pictures read in this run.</summary>
    public int Read { get; private set; }

    /// <summary>Pictures that were there already.</summary>
    public int Skipped { get; private set; }

    /// <summary>Pictures with a number that is not accepted, read now or before.</summary>
    public int Unsure { get; private set; }

    /// <summary>What is wrong with those that could not be read.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Time since the beginning.</summary>
    public double Seconds => _watch.Elapsed.TotalSeconds;

    public void AddRead(bool unsure)
    {
        Read++;
        Unsure += unsure ? 1 : 0;
        Show();
    }

    public void AddSkipped(bool unsure)
    {
        Skipped++;
        Unsure += unsure ? 1 : 0;
        Show();
    }

    public void AddError(string error)
    {
        Errors.Add(error);
        Show();
    }

    /// <summary>"412 pictures: 300 read, 110 there already, 2 failed".</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Read + Skipped + Errors.Count} of {all} pictures: {Read} read, {Skipped} there already, {Errors.Count} failed");

    private void Show()
    {
        if (_watch.Elapsed - _drawn >= Redrawing)
        {
            _drawn = _watch.Elapsed;
            int worked = Read + Errors.Count;
            string failed = Errors.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"  {Errors.Count} failed") : "";
            line.Show(Progress.Text(worked + Skipped, all, worked, _watch.Elapsed) + failed);
        }
    }
}
