namespace Cifra.Reading.Lines;

/// <summary>One text with its scores by the line networks and by the lattice, as a report shows why it was read or not.</summary>
/// <param name="Text">The symbols.</param>
/// <param name="ByNetwork">The log-probability of its digits by the line networks; null where one of them considers it impossible.</param>
/// <param name="ByLattice">The value of its best path through the lattice; null where there is none.</param>
/// <param name="Probability">Its probability by both together; null where neither proposed it.</param>
/// <param name="Notes">"true", "refused by the grammar" and the like.</param>
internal sealed record LineOpinion(string Text, double? ByNetwork, double? ByLattice, double? Probability, IReadOnlyList<string> Notes)
{
    private const int MostAnswers = 6; // rows of the report
    private const int MostRefused = 3;

    /// <summary>
    /// The answers, likeliest first; then the texts that the grammar refused, the first line network's own best, the lattice's own best, and the truth,
    /// where these are not among the answers.
    /// </summary>
    /// <param name="reading">The line as it was read.</param>
    /// <param name="truth">The true digits; null where they are not known.</param>
    public static IReadOnlyList<LineOpinion> Of(LineReading reading, string? truth)
    {
        List<LineOpinion> opinions =
        [
            .. reading.Answers.Take(MostAnswers).Select(answer => Joint(answer, [])),
            .. reading.Refused.Take(MostRefused).Select(answer => Joint(answer, ["refused by the grammar"])),
        ];
        Note(opinions, Best(new CtcDecoder(null).Decode(reading.Scores, 1)), "the line network's own", reading);
        Note(opinions, Best(LatticeDecoder.Decode(reading.Lattice, null, LineDecoderOptions.Default.LatticeBeam)), "the lattice's own", reading);
        Note(opinions, truth, "true", reading);
        return opinions;
    }

    private static LineOpinion Joint(LineAnswer answer, IReadOnlyList<string> notes) =>
        new(answer.Text, answer.ByNetwork, answer.ByLattice, answer.Probability, notes);

    // Adds a note to the row of a text, or a new row.
    private static void Note(List<LineOpinion> opinions, string? text, string note, LineReading reading)
    {
        if (text is null)
        {
            return;
        }

        string digits = Bare(text);
        int there = opinions.FindIndex(opinion => Bare(opinion.Text) == digits);
        if (there >= 0)
        {
            opinions[there] = opinions[there] with { Notes = [.. opinions[there].Notes, note] };
            return;
        }

        opinions.Add(new LineOpinion(text, LineReading.ByNetwork(reading.Looks, digits), LatticeDecoder.Align(reading.Lattice, digits)?.Value, null, [note]));
    }

    private static string? Best(IReadOnlyList<Hypothesis> ranked) => ranked.Count == 0 ? null : ranked[0].Text;

    private static string Bare(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));
}
