using System.Globalization;
using System.Text;
using Cifra.Cli.Benchmarking;

namespace Cifra.Benchmarks.Peers;

/// <summary>How we compare.</summary>
/// <param name="SchemaVersion">Version of the JSON document.</param>
/// <param name="Machine">Where it was measured.</param>
/// <param name="PeakGigaFlops">Multiply-adds in registers, one thread and all.</param>
/// <param name="Rounds">Alternating rounds of each row.</param>
/// <param name="Rows">The table.</param>
/// <param name="Missing">Why a peer or a row is not in it.</param>
internal sealed record PeerReport(
    int SchemaVersion, MachineFacts Machine, IReadOnlyList<double> PeakGigaFlops, int Rounds, IReadOnlyList<PeerRow> Rows, IReadOnlyList<string> Missing)
{
    /// <summary>The table as Markdown.</summary>
    public string Markdown()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Machine.Processor}, {Machine.Cores} cores, peak {Significant.Text(PeakGigaFlops[0])} GFLOP/s by one, ");
        text.Append(CultureInfo.InvariantCulture, $"{Significant.Text(PeakGigaFlops[1])} by all; {Machine.Runtime}; medians of {Rounds} alternating rounds.\n\n");
        text.Append("| Work | Threads | Unit | Cifra | Peer | | Times faster | Target | Met |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (PeerRow row in Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Work} | {row.Threads} | {row.Unit} | {Significant.Text(row.Ours)} | {Significant.Text(row.Theirs)} ");
            text.Append(CultureInfo.InvariantCulture, $"| {row.Peer} | {row.Ratio:F2} | {row.Target:F2} | {(row.Met ? "yes" : "no")} |\n");
        }

        foreach (string reason in Missing)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nLeft out, {reason}.\n");
        }

        return text.ToString();
    }
}

/// <summary>One line of the table.</summary>
/// <param name="Work">What both sides did.</param>
/// <param name="Threads">Threads of either.</param>
/// <param name="Peer">Who theirs is.</param>
/// <param name="Unit">Of ours and theirs.</param>
/// <param name="Ours">Median of the rounds.</param>
/// <param name="Theirs">Median of the rounds.</param>
/// <param name="Ratio">How many times faster ours is: the median of the rounds' own ratios.</param>
/// <param name="Ratios">Those of the rounds.</param>
/// <param name="Target">What the ratio is to be.</param>
/// <param name="Met">Whether it is.</param>
internal sealed record PeerRow(
    string Work, int Threads, string Peer, string Unit, double Ours, double Theirs, double Ratio, IReadOnlyList<double> Ratios, double Target, bool Met);
