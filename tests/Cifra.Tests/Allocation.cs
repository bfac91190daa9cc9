namespace Cifra.Tests;

/// <summary>What code allocates on the thread that runs it.</summary>
internal static class Allocation
{
    private const int Tries = 10;

    /// <summary>Fails where an action, that has run before, allocates every time.</summary>
    /// <remarks>
    /// The least of several runs counts: what a lock needs when two threads first meet at it, or what a collection for another test's thread
    /// adds to this thread's account, comes once, some time; what the action needs comes every time.
    /// </remarks>
    public static void AssertNone(Action action)
    {
        long least = long.MaxValue;
        for (int i = 0; i < Tries; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }
}
