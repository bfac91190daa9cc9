namespace Cifra.Numerics;

/// <summary>The scalar twins: what each kernel computes, in the simplest code. Tests compare every kernel with its twin.</summary>
internal static partial class Reference;
