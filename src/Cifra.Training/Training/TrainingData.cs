using System.Security.Cryptography;
using Cifra.Data;

namespace Cifra.Training;

/// <summary>The identity of what a network learns from.</summary>
public static class TrainingData
{
    /// <summary>SHA-256 of the pictures and labels, in lower-case hexadecimal: what <see cref="Network.ModelCard.DataDigest"/> holds.</summary>
    /// <param name="train">What is trained on.</param>
    /// <param name="validation">What is held out, or null.</param>
    public static string Digest(DigitSet train, DigitSet? validation)
    {
        ArgumentNullException.ThrowIfNull(train);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(digest, train);
        if (validation is not null)
        {
            Append(digest, validation);
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static void Append(IncrementalHash digest, DigitSet set)
    {
        digest.AppendData(BitConverter.GetBytes(set.Count));
        digest.AppendData(set.AllPixels);
        digest.AppendData(set.Labels);
    }
}
