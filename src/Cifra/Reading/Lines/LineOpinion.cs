namespace Cifra.Reading.Lines;

/// <summary>One text, and what both readers say of it: for those who want to know why it was read or not.</summary>
/// <param name="Text">The symbols.</param>
/// <param name="ByNetwork">Natural logarithm of its digits' probability by the line network; null where it takes it for impossible.</param>
/// <param name="ByLattice">The value of its best path through the lattice; null where there is none.</param>
/// <param name="Probability">What both made of it together; null where neither proposed it.</param>
/// <param name="Notes">What else is to be said: "true", "refused by the grammar".</param>
internal sealed record LineOpinion(string Text, double? ByNetwork, double? ByLattice, double? Probability, IReadOnlyList<string> Notes)
{
    private const int MostAnswers = 6;
    private const int MostRefused = 3;
    private const int Beam = 40;

    /// <summary>What the readers say together, likeliest first; then what the grammar refused, each reader's own best, and the truth, where these are not among them.</summary>
    /// <param name="reading">What was made of the line.</param>
    /// <param name="truth">The digits that truly stand there; null where that is not known.</param>
    public static IReadOnlyList<LineOpinion> Of(LineReading reading, string? truth)
    {
        List<LineOpinion> opinions =
        [
            .. reading.Answers.Take(MostAnswers).Select(answer => Joint(answer, [])),
            .. reading.Refused.Take(MostRefused).Select(answer => Joint(answer, ["refused by the grammar"])),
        ];
        Note(opinions, Best(new CtcDecoder(null).Decode(reading.Scores, 1)), "the line network's own", reading);
        Note(opinions, Best(LatticeDecoder.Decode(reading.Lattice, null, Beam)), "the lattice's own", reading);
        Note(opinions, truth, "true", reading);
        return opinions;
    }

    private static LineOpinion Joint(LineAnswer answer, IReadOnlyList<string> notes) =>
        new(answer.Text, answer.ByNetwork, answer.ByLattice, answer.Probability, notes);

    // Said of a text that is there already, or a row of its own.
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
