using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

public sealed class WorkersTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 0)]
    [InlineData(1, 100)]
    [InlineData(2, 1)]
    [InlineData(3, 1000)]
    [InlineData(8, 5)]
    public void For_AnyThreads_RunsEveryIndexOnce(int threads, int count)
    {
        int[] runs = new int[count];

        new Workers(threads).For(count, (i, _) => Interlocked.Increment(ref runs[i]));

        Assert.All(runs, n => Assert.Equal(1, n));
    }

    [Fact]
    public void For_AtOnce_NoTwoTasksShareScratch()
    {
        var workers = new Workers(4);
        int clashes = 0;

        workers.For(200, (i, scratch) =>
        {
            scratch.Take(ScratchSlot.Sums, 8).Fill(i);
            Thread.Yield();
            if (scratch.Take(ScratchSlot.Sums, 8).IndexOfAnyExcept((float)i) >= 0)
            {
                Interlocked.Increment(ref clashes);
            }
        });

        Assert.Equal(0, clashes);
    }

    [Fact]
    public void For_InsideFor_RunsAllAndSharesNoScratch()
    {
        var workers = new Workers(2);
        int[] runs = new int[16 * 16];

        workers.For(16, (outer, scratch) =>
        {
            scratch.Take(ScratchSlot.Sums, 1)[0] = outer;
            workers.For(16, (inner, innerScratch) =>
            {
                innerScratch.Take(ScratchSlot.Sums, 1)[0] = -1;
                Interlocked.Increment(ref runs[(outer * 16) + inner]);
            });
            Assert.Equal(outer, scratch.Take(ScratchSlot.Sums, 1)[0]);
        });

        Assert.All(runs, n => Assert.Equal(1, n));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void For_TaskThrows_TheCallerGetsThatException(int threads)
    {
        var workers = new Workers(threads);

        InvalidDataException error = Assert.Throws<InvalidDataException>(
            () => workers.For(50, (i, _) => throw new InvalidDataException("this one")));

        Assert.Equal("this one", error.Message);
        workers.For(10, (_, _) => { }); // and the team still works
    }

    [Fact]
    public void Constructor_NoThreads_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Workers(0));
}
