using System.Buffers.Binary;
using System.Security.Cryptography;
using Cifra.Network;

namespace Cifra.Data.Mnist;

/// <summary>The 15 labels of MNIST's test part that human reviewers found wrong.</summary>
/// <remarks>
/// <para>
/// Northcutt, Athalye, Mueller 2021, "Pervasive Label Errors in Test Sets Destabilize Machine Learning Benchmarks", arXiv:2103.14749. Networks doubted
/// 100 labels, five people judged each picture, and 15 labels had fewer than three votes: ten where most saw the suggested digit, three where most saw
/// neither, two where no answer had a majority. The votes are those of <c>mturk/mnist_mturk.json</c> in github.com/cleanlab/label-errors.
/// </para>
/// <para>
/// The study corrects what its majority says and no more: other doubtful labels of the test part stay as they are, and of these 15 some are open to
/// argument. The corrected labels are a second opinion beside the given ones, never in their place.
/// </para>
/// </remarks>
public static class CorrectedLabels
{
    /// <summary>Where the list comes from.</summary>
    public const string Source = "Northcutt, Athalye, Mueller 2021, arXiv:2103.14749";

    private const int Pictures = 10_000;
    private const int PixelTypeAndDimensions = 0x0803; // how an IDX file of bytes in three dimensions begins
    private const int LabelTypeAndDimensions = 0x0801;

    /// <summary>All of them, by index.</summary>
    public static IReadOnlyList<CorrectedLabel> All { get; } =
    [
        new(947, Given: 8, Suggested: 9, VotesGiven: 0, VotesSuggested: 5, VotesNeither: 0),
        new(1621, Given: 0, Suggested: 6, VotesGiven: 2, VotesSuggested: 3, VotesNeither: 0),
        new(1901, Given: 9, Suggested: 4, VotesGiven: 2, VotesSuggested: 3, VotesNeither: 0),
        new(2130, Given: 4, Suggested: 9, VotesGiven: 2, VotesSuggested: 2, VotesNeither: 1),
        new(2462, Given: 2, Suggested: 0, VotesGiven: 0, VotesSuggested: 4, VotesNeither: 1),
        new(2597, Given: 5, Suggested: 3, VotesGiven: 0, VotesSuggested: 4, VotesNeither: 1),
        new(2654, Given: 6, Suggested: 1, VotesGiven: 0, VotesSuggested: 2, VotesNeither: 3),
        new(3520, Given: 6, Suggested: 4, VotesGiven: 2, VotesSuggested: 0, VotesNeither: 3),
        new(3558, Given: 5, Suggested: 0, VotesGiven: 1, VotesSuggested: 4, VotesNeither: 0),
        new(5937, Given: 5, Suggested: 3, VotesGiven: 1, VotesSuggested: 3, VotesNeither: 1),
        new(6651, Given: 0, Suggested: 6, VotesGiven: 0, VotesSuggested: 5, VotesNeither: 0),
        new(6783, Given: 1, Suggested: 6, VotesGiven: 2, VotesSuggested: 3, VotesNeither: 0),
        new(8527, Given: 4, Suggested: 9, VotesGiven: 2, VotesSuggested: 2, VotesNeither: 1),
        new(9679, Given: 6, Suggested: 3, VotesGiven: 2, VotesSuggested: 0, VotesNeither: 3),
        new(9729, Given: 5, Suggested: 6, VotesGiven: 2, VotesSuggested: 3, VotesNeither: 0),
    ];

    /// <summary>Whether a set is MNIST's test part, whole, in its order and with its labels; by the digests of its files.</summary>
    public static bool AreOf(DigitSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set.Count == Pictures
            && set.HasLabels
            && Digest(set.Labels, [LabelTypeAndDimensions, Pictures]) == Sha256Of("t10k-labels-idx1-ubyte")
            && Digest(set.AllPixels, [PixelTypeAndDimensions, Pictures, DigitInput.Side, DigitInput.Side]) == Sha256Of("t10k-images-idx3-ubyte");
    }

    // The set as the IDX file that it would be: a header of big-endian numbers, then the bytes.
    private static string Digest(ReadOnlySpan<byte> content, ReadOnlySpan<int> header)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(int)];
        foreach (int part in header)
        {
            BinaryPrimitives.WriteInt32BigEndian(number, part);
            digest.AppendData(number);
        }

        digest.AppendData(content);
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static string Sha256Of(string name) => MnistFile.All.Single(file => file.Name == name).Sha256;
}
