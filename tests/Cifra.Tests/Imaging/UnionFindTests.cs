using Cifra.Imaging;

namespace Cifra.Tests.Imaging;

public sealed class UnionFindTests
{
    [Fact]
    public void Root_OfJoinedSets_IsTheirSmallestMember()
    {
        var sets = new UnionFind(6);

        sets.Join(5, 3);
        sets.Join(1, 4);
        sets.Join(3, 4);
        sets.Join(4, 3);

        Assert.Equal([0, 1, 2, 1, 1, 1], Enumerable.Range(0, 6).Select(sets.Root));
    }
}
