namespace Cifra.Reading.Lines;

/// <summary>The numbers of the two decoders of a line and of their combination (<see cref="LineDecoder"/>).</summary>
internal sealed record LineDecoderOptions
{
    /// <summary>The options that readers use.</summary>
    public static LineDecoderOptions Default { get; } = new();

    /// <summary>Most hypotheses that each decoder proposes. Set by hand; no record of a search for better values.</summary>
    public int Proposals { get; init; } = 12;

    /// <summary>Prefixes that the search through a line network's scores keeps at each step. Set by hand; no record of a search.</summary>
    public int NetworkBeam { get; init; } = 48;

    /// <summary>A symbol with a lower log-probability at a step is not tried there. Set by hand: it saves time.</summary>
    public float LeastSymbol { get; init; } = -11;

    /// <summary>Paths that the search through the lattice keeps at each cut. Set by hand; no record of a search.</summary>
    public int LatticeBeam { get; init; } = 40;

    /// <summary>
    /// Weight of a text's value by the lattice; that of its log-probability by the line networks is 1. Tuned on orand-car-a-dev, and on held-out composed
    /// lines it would be 0: docs/decisions/0010-two-readers-of-a-line.md.
    /// </summary>
    public double LatticeWeight { get; init; } = 0.4;

    /// <summary>
    /// Least value by the lattice, a logarithm, also of texts that it has no path for: where digits grow together it has no cut between them, which says
    /// little about the text. Tuned on orand-car-a-dev: docs/decisions/0010-two-readers-of-a-line.md.
    /// </summary>
    public double LeastByLattice { get; init; } = -7;

    /// <summary>
    /// Rows that a line is moved up and down by for a second and a third view. Five views were compared with one on orand-car-a-dev, the distance was set by
    /// hand: docs/decisions/0010-two-readers-of-a-line.md.
    /// </summary>
    public double Shift { get; init; } = 1.5;

    /// <summary>Columns per row that a line is slanted by, to either side, for a fourth and a fifth view; as <see cref="Shift"/>.</summary>
    public double Slant { get; init; } = 0.2;

    /// <summary>Hypotheses of each decoder without the grammar, which say what the grammar changed and whether the field keeps to it. Set by hand.</summary>
    public int Unbound { get; init; } = 5;

    /// <summary>Prior probability that a field violates its grammar. Chosen on composed training digits: docs/decisions/0014-grammar-violations.md.</summary>
    public double ViolationPrior { get; init; } = 0.03;
}
