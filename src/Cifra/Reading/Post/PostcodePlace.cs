namespace Cifra.Reading.Post;

/// <summary>A place on an envelope where a postcode may stand.</summary>
/// <param name="Run">The words there.</param>
/// <param name="Block">The block of lines that contains them.</param>
/// <param name="Below">Number of lines of the block below theirs.</param>
/// <param name="Across">Position of the block's centre between the page's left edge and its right one, 0..1.</param>
/// <param name="Down">Position of the block's centre between the page's top and its bottom, 0..1.</param>
/// <param name="BeforeTown">Whether postcodes of the country stand before the town; null if that is not known.</param>
internal sealed record PostcodePlace(WordRun Run, AddressBlock Block, int Below, double Across, double Down, bool? BeforeTown)
{
    private static readonly PostcodeOptions Options = PostcodeOptions.Default;

    /// <summary>Whether it is where senders write: top left.</summary>
    public bool IsSenders => Across < Options.SenderCorner.Across && Down < Options.SenderCorner.Down;

    /// <summary>Whether it is where stamps are: top right.</summary>
    public bool IsStamps => Across > Options.StampCorner.Across && Down < Options.StampCorner.Down;

    /// <summary>The features of the place, in the order of <see cref="PostcodeOptions.FeatureWeights"/>.</summary>
    public double[] Features =>
    [
        Below == 0 ? 1 : 0,
        Below == 1 ? 1 : 0, // a country may stand below
        (BeforeTown != false && Run.BeginsLine) || (BeforeTown != true && Run.EndsLine) ? 1 : 0, // at an end of the line where a postcode may stand
        (BeforeTown == false && Run.BeginsLine) || (BeforeTown == true && Run.EndsLine) ? 1 : 0, // at the wrong end
        Math.Min(3, Block.Lines.Count) - 2,
        IsSenders ? 1 : 0,
        IsStamps ? 1 : 0,
        Run.Outside,
        Run.Inside,
    ];

    /// <summary>Log-odds that the postcode stands here, provided that what is read here is beyond doubt.</summary>
    public double Value => Options.Intercept + Options.FeatureWeights.Zip(Features, (weight, feature) => weight * feature).Sum();

    /// <summary>Every place of a page.</summary>
    /// <param name="blocks">The blocks of writing on it.</param>
    /// <param name="width">Width of the page.</param>
    /// <param name="height">Height of the page.</param>
    /// <param name="beforeTown">Whether postcodes of the country stand before the town; null if that is not known.</param>
    public static IEnumerable<PostcodePlace> Of(IReadOnlyList<AddressBlock> blocks, int width, int height, bool? beforeTown) =>
        from block in blocks
        let across = (block.Box.X + (block.Box.Width / 2.0)) / width
        let down = (block.Box.Y + (block.Box.Height / 2.0)) / height
        from line in block.Lines
        let below = block.Lines.Count(other => other.Box.Y > line.Box.Y + (line.Box.Height / 2))
        from run in WordRun.Of(line)
        select new PostcodePlace(run, block, below, across, down, beforeTown);
}
