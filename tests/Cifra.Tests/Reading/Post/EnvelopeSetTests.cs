using System.Globalization;
using System.Text;
using Cifra.Data;
using Cifra.Data.Mnist;
using Cifra.Imaging;
using Cifra.Imaging.Formats.Png;
using Cifra.Imaging.Ink;
using Cifra.Network.Models;
using Cifra.Reading;
using Cifra.Reading.Grammars;
using Cifra.Reading.Post;
using Cifra.Tests.Reading.Post.Envelopes;

namespace Cifra.Tests.Reading.Post;

/// <summary>Measures the reading of postcodes on composed envelopes. Each runs only where it is asked for; docs/post.md has the commands.</summary>
public sealed class EnvelopeSetTests
{
    /// <summary>Names the folder that the envelopes are written to.</summary>
    public const string FolderVariable = "CIFRA_ENVELOPES";

    /// <summary>How many envelopes; 400 where it is not set.</summary>
    public const string CountVariable = "CIFRA_ENVELOPES_COUNT";

    private const long MeasuredSeed = 1;
    private const long WeighedSeed = 2;

    /// <summary>Writes envelopes and their truth, for <c>cifra evaluate --strings</c>.</summary>
    [Fact(Explicit = true)]
    public void Write_Envelopes_WithTheirTruth()
    {
        string folder = Environment.GetEnvironmentVariable(FolderVariable) ?? throw new InvalidOperationException($"{FolderVariable} names no folder.");
        Directory.CreateDirectory(folder);
        var truth = new StringBuilder("file,text,printed,photo,x,y,width,height\n");
        foreach ((int index, Envelope envelope) in Envelopes(MeasuredSeed))
        {
            string file = $"{index:D3}.png";
            File.WriteAllBytes(Path.Combine(folder, file), PngEncoder.Encode(envelope.Picture));
            PixelBox box = envelope.Box;
            (int printed, int photo) = (envelope.Kind.Printed ? 1 : 0, envelope.Kind.Photo ? 1 : 0);
            truth.Append(
                CultureInfo.InvariantCulture, $"{file},{envelope.Postcode},{printed},{photo},{box.X},{box.Y},{box.Width},{box.Height}\n");
        }

        File.WriteAllText(Path.Combine(folder, "truth.csv"), truth.ToString());
    }

    /// <summary>Prints how many postcodes are found, and read.</summary>
    [Fact(Explicit = true)]
    public void Read_Envelopes_TellsHowManyAreFound()
    {
        var reader = new PostcodeReader(Pretrained.Field, Pretrained.Lines, Grammar.Postcode("us"));
        var counts = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        var turn = new Lock();
        Parallel.ForEach(Envelopes(MeasuredSeed), new ParallelOptions { MaxDegreeOfParallelism = 2 }, one =>
        {
            (int index, Envelope envelope) = one;
            PictureReading reading = reader.Read(envelope.Picture);
            ReadNumber? number = reading.Numbers.Count > 0 ? reading.Numbers[0] : null;
            bool found = number is not null && Overlap(number.Box, envelope.Box) > 0.5;
            bool exact = (number is null ? "" : Bare(number.Text)) == Bare(envelope.Postcode);
            bool accepted = number is { Decision: Decision.Accept };
            string kind = envelope.Postcode.Length == 0
                ? "none"
                : $"{(envelope.Kind.Printed ? "printed" : "written")} {(envelope.Kind.Photo ? "photo" : "scan")}";
            lock (turn)
            {
                foreach (string name in (string[])[kind, "~all"])
                {
                    int[] count = counts.TryGetValue(name, out int[]? known) ? known : counts[name] = new int[6];
                    count[0]++;
                    count[1] += found ? 1 : 0;
                    count[2] += exact ? 1 : 0;
                    count[3] += accepted ? 1 : 0;
                    count[4] += accepted && !exact ? 1 : 0;
                    count[5] += number is null ? 1 : 0;
                }

                if (!exact)
                {
                    string read = $"read {number?.Text ?? "nothing"} at {number?.Box} {number?.Confidence:F3} {number?.Decision}";
                    TestContext.Current.TestOutputHelper!.WriteLine(
                        $"{index:D3} {kind}: {envelope.Postcode} at {envelope.Box}, {read} {string.Join("; ", reading.Findings)}");
                }
            }
        });
        foreach ((string kind, int[] count) in counts)
        {
            string accepted = $"{count[3]} accepted ({count[4]} wrong)";
            TestContext.Current.TestOutputHelper!.WriteLine(
                $"{kind}: {count[0]} envelopes, {count[1]} found, {count[2]} exact, {accepted}, {count[5]} with no postcode found");
        }
    }

    /// <summary>Prints what speaks for each place, and whether it is the postcode: what the weights were found from.</summary>
    [Fact(Explicit = true)]
    public void Print_Features_OfEveryPlace()
    {
        string folder = Environment.GetEnvironmentVariable(FolderVariable) ?? throw new InvalidOperationException($"{FolderVariable} names no folder.");
        string file = Path.Combine(folder, "features.csv");
        var reader = new PostcodeReader(Pretrained.Field, Pretrained.Lines, Grammar.Postcode("us"));
        var rows = new StringBuilder();
        var turn = new Lock();
        Parallel.ForEach(Envelopes(WeighedSeed), new ParallelOptions { MaxDegreeOfParallelism = 2 }, one =>
        {
            (int index, Envelope envelope) = one;
            var ink = PictureInk.Of(envelope.Picture, PictureInkOptions.Default with { Straighten = false });
            IReadOnlyList<PostcodeCandidate> candidates = reader.Candidates(ink, all: true);
            lock (turn)
            {
                rows.Append(CultureInfo.InvariantCulture, $"{index},truth,{envelope.Postcode}\n");
                foreach (PostcodeCandidate candidate in candidates)
                {
                    bool there = Overlap(ink.InGiven(candidate.Place.Run.Box), envelope.Box) > 0.7;
                    IEnumerable<string> features = candidate.Place.Features.Prepend(candidate.ByNetwork).Prepend(candidate.ByLattice)
                        .Select(feature => feature.ToString("F3", CultureInfo.InvariantCulture));
                    rows.Append(
                        CultureInfo.InvariantCulture,
                        $"{index},{(there ? 1 : 0)},{Bare(candidate.Reading.Answers[0].Text)},{string.Join(',', features)}\n");
                }
            }
        });
        File.WriteAllText(file, rows.ToString());
    }

    /// <summary>Draws the two envelopes of samples/pictures into the folder; tests read them.</summary>
    [Fact(Explicit = true)]
    public void Write_Samples_OfDrawnDigits()
    {
        string folder = Environment.GetEnvironmentVariable(FolderVariable) ?? throw new InvalidOperationException($"{FolderVariable} names no folder.");
        Directory.CreateDirectory(folder);
        foreach ((bool printed, long seed, long index) in (ReadOnlySpan<(bool, long, long)>)[(false, 6, 0), (true, 1, 1)])
        {
            var kind = new EnvelopeKind(printed, Postcode: true, Photo: false, Size: 760);
            var envelope = Envelope.Compose(digits: null, seed, index, kind);
            File.WriteAllBytes(Path.Combine(folder, $"envelope-{(printed ? "printed" : "written")}.png"), PngEncoder.Encode(envelope.Picture));
        }
    }

    private static IEnumerable<(int Index, Envelope Envelope)> Envelopes(long seed)
    {
        int count = int.Parse(Environment.GetEnvironmentVariable(CountVariable) ?? "400", CultureInfo.InvariantCulture);
        var place = new MnistLocation { DataDir = SharedData.Mnist };
        DigitSet digits = seed == WeighedSeed ? MnistData.LoadTrain(place) : MnistData.LoadTest(place); // the test pictures choose nothing
        for (int i = 0; i < count; i++)
        {
            yield return (i, Envelope.Compose(digits, seed, i));
        }
    }

    private static string Bare(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    // The part that two boxes have in common of what they cover together.
    private static double Overlap(PixelBox a, PixelBox b)
    {
        double common = (double)Math.Max(0, Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X)) * Math.Max(0, Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y));
        return common == 0 ? 0 : common / (((double)a.Width * a.Height) + ((double)b.Width * b.Height) - common);
    }
}
