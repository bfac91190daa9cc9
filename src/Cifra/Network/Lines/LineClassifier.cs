using Cifra.Imaging;
using Cifra.Imaging.Lines;

namespace Cifra.Network.Lines;

/// <summary>Trained line networks: normalized lines in, scores of symbols from left to right out. Serves any number of threads at once.</summary>
/// <remarks>They have no dense layer and therefore take lines of any width. Networks that were trained separately make different mistakes, and fewer together.</remarks>
public sealed class LineClassifier
{
    /// <summary>Most columns of a line, whatever the network; of large networks it is fewer.</summary>
    public const int MostWidth = 4096;

    private readonly LineNetwork[] _networks;

    /// <summary>A classifier of lines by one network.</summary>
    /// <param name="network">
    /// Takes lines of <see cref="LineNormalizer.Height"/> rows. For every four columns it has one, two or four outputs, each with a score for every symbol and one for
    /// none.
    /// </param>
    /// <param name="card">Where it comes from; names its symbols.</param>
    /// <param name="hash">"sha256:" and the digest of its numbers; "" where it has none.</param>
    /// <exception cref="ArgumentException">The network is no line network for the card's symbols.</exception>
    public LineClassifier(NeuralNetwork network, ModelCard card, string hash = "")
        : this([network], card, hash)
    {
    }

    /// <summary>A classifier of lines by several networks.</summary>
    /// <param name="networks">One or more, each as a classifier by one network takes it.</param>
    /// <param name="card">Where they come from; names the symbols of them all.</param>
    /// <param name="hash">"sha256:" and the digest of their numbers; "" where they have none.</param>
    /// <exception cref="ArgumentException">There is none, or one is no line network for the card's symbols.</exception>
    public LineClassifier(IReadOnlyList<NeuralNetwork> networks, ModelCard card, string hash = "")
    {
        ArgumentNullException.ThrowIfNull(networks);
        ArgumentNullException.ThrowIfNull(card);
        ArgumentOutOfRangeException.ThrowIfZero(networks.Count, nameof(networks));
        Symbols = card.Symbols ?? throw new ArgumentException("The card names no symbols; a line network's does.", nameof(card));
        foreach (NeuralNetwork network in networks)
        {
            ArgumentNullException.ThrowIfNull(network, nameof(networks));
        }

        Networks = [.. networks];
        _networks = [.. networks.Select(network => new LineNetwork(network, Symbols))];
        Card = card;
        Hash = hash;
    }

    /// <summary>The symbols that the networks read.</summary>
    public string Symbols { get; }

    /// <summary>The networks; the first is the one that <see cref="Scores"/> asks.</summary>
    public IReadOnlyList<NeuralNetwork> Networks { get; }

    /// <summary>Where they come from.</summary>
    public ModelCard Card { get; }

    /// <summary>"sha256:" and the digest of their numbers; "" where they have none.</summary>
    public string Hash { get; }

    /// <summary>Bytes of the file that they were loaded from; 0 where they come from no file.</summary>
    public long FileBytes { get; init; }

    /// <summary>Most columns of a line that all of <see cref="Networks"/> take.</summary>
    internal int Widest => _networks.Min(network => network.Widest);

    /// <summary>Scores of the first network for a line.</summary>
    /// <param name="line">As <see cref="LineNormalizer"/> gives it: <see cref="LineNormalizer.Height"/> rows, at most <see cref="MostWidth"/> columns.</param>
    /// <exception cref="ArgumentException">The line has another height, or too many columns.</exception>
    public LineScores Scores(GrayImage line) => _networks[0].Scores(Checked(line));

    /// <summary>Scores of each of <see cref="Networks"/> for a line, in their order.</summary>
    /// <param name="line">As <see cref="LineNormalizer"/> gives it: <see cref="LineNormalizer.Height"/> rows, at most <see cref="MostWidth"/> columns.</param>
    /// <exception cref="ArgumentException">The line has another height, or too many columns.</exception>
    public IReadOnlyList<LineScores> ScoresOfEach(GrayImage line)
    {
        Checked(line);
        return [.. _networks.Select(network => network.Scores(line))];
    }

    private GrayImage Checked(GrayImage line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Height == LineNormalizer.Height && line.Width <= Widest
            ? line
            : throw new ArgumentException(
                $"A line has {LineNormalizer.Height} rows and at most {Widest} columns; got {line.Width}x{line.Height}.", nameof(line));
    }
}
