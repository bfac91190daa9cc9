namespace Cifra.Network;

/// <summary>An array of numbers that a layer learns or measures, and its gradient.</summary>
public sealed class Parameter
{
    private readonly float[] _values;
    private readonly float[] _gradient;
    private readonly int[] _dimensions;

    /// <summary>A parameter of zeros.</summary>
    /// <param name="name">Name within its layer: "weight".</param>
    /// <param name="role">How training treats it.</param>
    /// <param name="dimensions">Sizes, slowest first; each 1 or more.</param>
    public Parameter(string name, ParameterRole role, params ReadOnlySpan<int> dimensions)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        int length = 1;
        foreach (int dimension in dimensions)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
            length = checked(length * dimension);
        }

        Name = name;
        Role = role;
        _dimensions = dimensions.ToArray();
        _values = new float[length];
        _gradient = role == ParameterRole.Statistic ? [] : new float[length];
    }

    /// <summary>Name within its layer: "weight".</summary>
    public string Name { get; }

    /// <summary>How training treats it.</summary>
    public ParameterRole Role { get; }

    /// <summary>Sizes, slowest first: a convolution's weight is [outputs, inputs, rows, columns].</summary>
    public IReadOnlyList<int> Dimensions => _dimensions;

    /// <summary>Number of values.</summary>
    public int Length => _values.Length;

    /// <summary>The values, in the order of <see cref="Dimensions"/>.</summary>
    public Span<float> Values => _values;

    /// <summary>The loss's gradient to each value; empty for a statistic.</summary>
    public Span<float> Gradient => _gradient;

    /// <summary>Whether an optimizer changes it.</summary>
    public bool Learned => Role != ParameterRole.Statistic;
}
