namespace Cifra.Network;

/// <summary>What a parameter is, which decides how training treats it.</summary>
public enum ParameterRole
{
    /// <summary>A weight: learned, and pulled towards zero by weight decay.</summary>
    Weight,

    /// <summary>A bias, or the scale or shift of a norm: learned, never decayed.</summary>
    Offset,

    /// <summary>A running statistic: measured in the forward pass, not learned.</summary>
    Statistic,
}
