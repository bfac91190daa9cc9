using System.Buffers.Binary;
using System.Security.Cryptography;
using Cifra.Network;
using Cifra.Network.Models;
using Cifra.Training;

namespace Cifra.Cli.Tests;

/// <summary>Networks whose every answer is known by hand.</summary>
internal static class TestModels
{
    /// <summary>
    /// Saves a network that reads every picture as one digit: all its numbers are zero but that digit's bias b, so the digit has the
    /// probability eᵇ / (eᵇ + 9) and each other one 1 / (eᵇ + 9).
    /// </summary>
    /// <param name="path">Where to.</param>
    /// <param name="digit">The digit.</param>
    /// <param name="probability">Its probability, in 0..1.</param>
    /// <param name="heldOut">What it is said to have done on held-out pictures.</param>
    public static string Always(string path, int digit, double probability = 0.9, HeldOutScores? heldOut = null)
    {
        NeuralNetwork network = NeuralNetwork.Build(Architectures.All["quick"], seed: 1);
        foreach ((_, Parameter parameter) in network.Parameters)
        {
            parameter.Values.Clear();
        }

        network.Parameters[^1].Parameter.Values[digit] = (float)Math.Log(9 * probability / (1 - probability));
        ModelFile.Save(path, network, new ModelCard { Recipe = "by-hand", Data = "nothing", Command = "none", Seed = 5, HeldOut = heldOut });
        return path;
    }

    /// <summary>Saves a network whose every number is finite and whose scores are not.</summary>
    public static string Overflowing(string path)
    {
        NeuralNetwork network = NeuralNetwork.Build(Architectures.All["quick"], seed: 1);
        foreach ((_, Parameter parameter) in network.Parameters)
        {
            parameter.Values.Fill(1e30f);
        }

        ModelFile.Save(path, network, new ModelCard { Recipe = "by-hand", Data = "nothing", Command = "none" });
        return path;
    }

    /// <summary>A network's identity, computed from its file's bytes: the SHA-256 of all behind the header.</summary>
    public static string HashOf(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int header = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(8 + header)));
    }
}
