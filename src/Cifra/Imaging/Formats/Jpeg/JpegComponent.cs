namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>One channel of the picture: its sampling, and its data from the scans so far.</summary>
internal sealed class JpegComponent
{
    private int[]? _quantizer;

    public JpegComponent(byte id, int horizontal, int vertical, int quantizerNumber)
    {
        Id = id;
        Horizontal = horizontal;
        Vertical = vertical;
        QuantizerNumber = quantizerNumber;
    }

    /// <summary>Its identifier in scan headers.</summary>
    public byte Id { get; }

    /// <summary>Blocks side by side in an MCU, 1 to 4.</summary>
    public int Horizontal { get; }

    /// <summary>Blocks above each other in an MCU, 1 to 4.</summary>
    public int Vertical { get; }

    /// <summary>The number of its quantiser table.</summary>
    public int QuantizerNumber { get; }

    /// <summary>Samples in a row that are part of the picture.</summary>
    public int Width { get; private set; }

    /// <summary>Rows that are part of the picture.</summary>
    public int Height { get; private set; }

    /// <summary>Blocks that <see cref="Width"/> needs: what a scan of this component alone has in a row.</summary>
    public int BlocksWide => (Width + 7) / 8;

    /// <summary>Blocks that <see cref="Height"/> needs.</summary>
    public int BlocksHigh => (Height + 7) / 8;

    /// <summary>Blocks in a row with those that fill up the last MCU.</summary>
    public int StoredBlocksWide { get; private set; }

    /// <summary>Rows of blocks with those that fill up the last MCU.</summary>
    public int StoredBlocksHigh { get; private set; }

    /// <summary>Samples from one row to the next in <see cref="Samples"/>.</summary>
    public int Stride => 8 * StoredBlocksWide;

    /// <summary>[8 x StoredBlocksHigh, Stride] the decoded channel.</summary>
    public byte[] Samples { get; private set; } = [];

    /// <summary>[blocks, 64] coefficients in natural order; progressive pictures alone keep them.</summary>
    public short[] Coefficients { get; private set; } = [];

    /// <summary>The DC value that the next block's difference is added to.</summary>
    public int Prediction { get; set; }

    /// <summary>True once a scan had this component.</summary>
    public bool Seen => _quantizer is not null;

    /// <summary>The step of each coefficient, as it stood when the component's first scan began.</summary>
    public int[] Quantizer
    {
        get => _quantizer ?? throw new InvalidOperationException("No scan has had this component.");
        set => _quantizer ??= value;
    }

    /// <summary>
    /// By zigzag index: the lowest bit position that is known; -1 before the first scan of the coefficient. Each scan must lower it.
    /// </summary>
    public sbyte[] KnownBits { get; } = [.. Enumerable.Repeat((sbyte)-1, 64)];

    public void SetSize(int width, int height, int mcusWide, int mcusHigh)
    {
        Width = width;
        Height = height;
        StoredBlocksWide = mcusWide * Horizontal;
        StoredBlocksHigh = mcusHigh * Vertical;
    }

    public void Allocate(bool keepCoefficients)
    {
        int count = 64 * StoredBlocksWide * StoredBlocksHigh;
        if (keepCoefficients)
        {
            Coefficients = new short[count];
        }
        else
        {
            Samples = new byte[count];
        }
    }

    /// <summary>Turns the coefficients, now complete, into samples, and lets go of them.</summary>
    public void TransformCoefficients(CancellationCheck? check)
    {
        Samples = new byte[Coefficients.Length];
        for (int row = 0, block = 0; row < StoredBlocksHigh; row++)
        {
            check?.ThrowIfCancelled();
            for (int column = 0; column < StoredBlocksWide; column++, block++)
            {
                Transform(Coefficients.AsSpan(64 * block, 64), column, row);
            }
        }

        Coefficients = [];
    }

    /// <summary>Writes the samples of the block at (<paramref name="column"/>, <paramref name="row"/>), both counted in blocks.</summary>
    public void Transform(ReadOnlySpan<short> coefficients, int column, int row) =>
        JpegInverseDct.Transform(coefficients, Quantizer, Samples.AsSpan(8 * ((row * Stride) + column)), Stride);
}
