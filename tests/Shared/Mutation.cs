using Cifra.Numerics;

namespace Cifra.Tests;

/// <summary>Damages sound files in the ways that files are damaged, and watches what a loader makes of them.</summary>
internal static class Mutation
{
    private const int MostInserted = 16;

    // Values that sit at the edge of a field, where readers go wrong.
    private static readonly byte[] Edges = [0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF];

    /// <summary>The seed with one to four faults: a bit or byte changed, bytes inserted, deleted, copied elsewhere, or the end cut off.</summary>
    public static byte[] Mutate(ReadOnlySpan<byte> seed, SeededRandom random)
    {
        var bytes = new List<byte>(seed.Length + (4 * MostInserted));
        bytes.AddRange(seed);
        for (int faults = random.Next(1, 5); faults > 0; faults--)
        {
            Damage(bytes, random);
        }

        return [.. bytes];
    }

    /// <summary>Loads <paramref name="count"/> damaged inputs. Each must end in a result or in <see cref="InvalidDataException"/>.</summary>
    public static void Fuzz(IReadOnlyList<byte[]> seeds, int count, long key, Action<byte[]> load)
    {
        int refused = 0;
        for (int i = 0; i < count; i++)
        {
            var random = new SeededRandom(key, i);
            byte[] input = Mutate(seeds[i % seeds.Count], random);
            try
            {
                load(input);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
            catch (Exception e)
            {
                Assert.Fail($"Input {i} (key {key}, {Convert.ToHexString(input.AsSpan(0, Math.Min(input.Length, 200)))}): {e}");
            }
        }

        Assert.InRange(refused, 1, count - 1);
    }

    private static void Damage(List<byte> bytes, SeededRandom random)
    {
        int at = random.Next(bytes.Count + 1);
        int length = random.Next(1, MostInserted + 1);
        switch (random.Next(8))
        {
            case 0 or 1 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 3 when at < bytes.Count:
                bytes[at] = Edges[random.Next(Edges.Length)];
                break;
            case 4:
                byte[] inserted = new byte[length];
                random.NextBytes(inserted);
                bytes.InsertRange(at, inserted);
                break;
            case 5:
                bytes.RemoveRange(at, Math.Min(length, bytes.Count - at));
                break;
            case 6:
                int from = random.Next(bytes.Count + 1);
                bytes.InsertRange(at, bytes.GetRange(from, Math.Min(length, bytes.Count - from)));
                break;
            case 7 when random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                break;
        }
    }
}
