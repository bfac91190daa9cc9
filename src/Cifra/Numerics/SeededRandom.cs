namespace Cifra.Numerics;

/// <summary>
/// A <see cref="Random"/> whose sequence depends on its key alone: the same on every platform and .NET version.
/// </summary>
/// <remarks>
/// SplitMix64 (Steele, Lea, Flood 2014). A key of several numbers, such as (seed, epoch, image), gives each image its own
/// sequence, so that work can be done in any order, by any thread, and resumed anywhere. Not for cryptography. Not thread-safe.
/// </remarks>
public sealed class SeededRandom : Random
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state;

    /// <summary>Starts the sequence that belongs to <paramref name="key"/>.</summary>
    public SeededRandom(params ReadOnlySpan<long> key) => Restart(key);

    /// <summary>Starts over with another key; lets one object serve many keys.</summary>
    public void Restart(params ReadOnlySpan<long> key)
    {
        _state = 0;
        foreach (long part in key)
        {
            _state = Mix(_state + Golden + (ulong)part);
        }
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        _state += Golden;
        return Mix(_state);
    }

    /// <inheritdoc/>
    public override int Next() => Next(int.MaxValue);

    /// <inheritdoc/>
    public override int Next(int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return (int)(((NextBits() >> 32) * (ulong)maxValue) >> 32);
    }

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return (int)(minValue + (long)(((NextBits() >> 32) * (ulong)((long)maxValue - minValue)) >> 32));
    }

    /// <inheritdoc/>
    public override double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <inheritdoc/>
    public override float NextSingle() => (NextBits() >> 40) * (1.0f / (1UL << 24));

    /// <summary>A number from <paramref name="least"/> (included) to <paramref name="most"/> (excluded).</summary>
    public float NextSingle(float least, float most) => least + ((most - least) * NextSingle());

    /// <summary>A number from the normal distribution with mean 0 and deviation 1 (Box and Muller 1958).</summary>
    public float NextGaussian()
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return (float)(radius * Math.Cos(2 * Math.PI * NextDouble()));
    }

    /// <inheritdoc/>
    public override void NextBytes(Span<byte> buffer)
    {
        for (int i = 0; i < buffer.Length; i++)
        {
            buffer[i] = (byte)(NextBits() >> 56);
        }
    }

    /// <inheritdoc/>
    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    /// <summary>Fills with the numbers from 0 on, each once, in random order.</summary>
    internal void Order(Span<int> places)
    {
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        Shuffle(places);
    }

    /// <inheritdoc/>
    protected override double Sample() => NextDouble();

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
