namespace Cifra.Numerics;

/// <summary>The scalar twins: what each kernel computes, in the plainest words. A test holds every kernel to its twin.</summary>
internal static partial class Reference;
