namespace Cifra.Data.Mnist;

/// <summary>A label that people found wrong when they looked at the picture.</summary>
/// <param name="Index">Which picture of MNIST's test part, from 0.</param>
/// <param name="Given">The label that MNIST gives it.</param>
/// <param name="Suggested">The digit that was offered to the reviewers beside it.</param>
/// <param name="VotesGiven">Reviewers, of five, who saw the given label.</param>
/// <param name="VotesSuggested">Reviewers who saw the suggested digit.</param>
/// <param name="VotesNeither">Reviewers who saw neither.</param>
public sealed record CorrectedLabel(int Index, byte Given, byte Suggested, int VotesGiven, int VotesSuggested, int VotesNeither)
{
    private const int Majority = 3;

    /// <summary>The digit that most reviewers saw; null where most saw neither of the two, or no answer had a majority.</summary>
    public byte? Corrected => VotesSuggested >= Majority ? Suggested : null;

    /// <summary>Whether most reviewers saw neither digit.</summary>
    public bool IsNeither => VotesNeither >= Majority;
}
