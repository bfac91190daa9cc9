using System.Text.Json.Serialization;

namespace Cifra.Network;

/// <summary>A held-out picture that was read wrong.</summary>
/// <param name="Confidence">How sure the network was, 0..1.</param>
/// <param name="Above">How many held-out pictures, right and wrong, were read with a confidence above it.</param>
public sealed record HeldOutError([property: JsonRequired] double Confidence, [property: JsonRequired] int Above);
