namespace Cifra.Reading.Post;

/// <summary>A place on an envelope where a postcode may stand.</summary>
/// <param name="Run">The words there.</param>
/// <param name="Block">The block of lines that they are part of.</param>
/// <param name="Below">Lines of the block below theirs.</param>
/// <param name="Across">Where the block's middle is from the page's left edge to its right, 0..1.</param>
/// <param name="Down">The same from its top to its foot.</param>
/// <param name="BeforeTown">Whether postcodes of the country stand before the town; null where that is not known.</param>
internal sealed record PostcodePlace(WordRun Run, AddressBlock Block, int Below, double Across, double Down, bool? BeforeTown)
{
    /// <summary>Logarithm of the odds of a place that nothing speaks for. This and the weights: docs/post.md says how they were found.</summary>
    private const double Base = -6.3;

    private static readonly double[] Weights = [4.6, 2.5, 4.4, -2.4, 1.8, -6.8, -2.9, 1.1, -2.4];

    /// <summary>Blocks whose middle is left of and above this are where senders write.</summary>
    private const double SenderAcross = 0.42;
    private const double SenderDown = 0.4;

    /// <summary>Blocks whose middle is right of and above this are stamps.</summary>
    private const double StampAcross = 0.68;
    private const double StampDown = 0.38;

    /// <summary>Whether it is where senders write.</summary>
    public bool IsSenders => Across < SenderAcross && Down < SenderDown;

    /// <summary>Whether it is where stamps are stuck.</summary>
    public bool IsStamps => Across > StampAcross && Down < StampDown;

    /// <summary>What speaks for it, in the order of the weights.</summary>
    public double[] Features =>
    [
        Below == 0 ? 1 : 0,
        Below == 1 ? 1 : 0, // a country may stand below
        (BeforeTown != false && Run.BeginsLine) || (BeforeTown != true && Run.EndsLine) ? 1 : 0,
        (BeforeTown == false && Run.BeginsLine) || (BeforeTown == true && Run.EndsLine) ? 1 : 0,
        Math.Min(3, Block.Lines.Count) - 2,
        IsSenders ? 1 : 0,
        IsStamps ? 1 : 0,
        Run.Outside,
        Run.Inside,
    ];

    /// <summary>Logarithm of the odds that the postcode stands here, if what is read there leaves no doubt.</summary>
    public double Value => Base + Weights.Zip(Features, (weight, feature) => weight * feature).Sum();

    /// <summary>Every place of a page.</summary>
    /// <param name="blocks">What is written on it.</param>
    /// <param name="width">Width of the page.</param>
    /// <param name="height">Its height.</param>
    /// <param name="beforeTown">Whether postcodes of the country stand before the town; null where that is not known.</param>
    public static IEnumerable<PostcodePlace> Of(IReadOnlyList<AddressBlock> blocks, int width, int height, bool? beforeTown) =>
        from block in blocks
        let across = (block.Box.X + (block.Box.Width / 2.0)) / width
        let down = (block.Box.Y + (block.Box.Height / 2.0)) / height
        from line in block.Lines
        let below = block.Lines.Count(other => other.Box.Y > line.Box.Y + (line.Box.Height / 2))
        from run in WordRun.Of(line)
        select new PostcodePlace(run, block, below, across, down, beforeTown);
}
