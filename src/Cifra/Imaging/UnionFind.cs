namespace Cifra.Imaging;

/// <summary>Disjoint sets with union and find.</summary>
/// <remarks>Galler and Fischer 1964, with path halving: close to constant time an operation, no recursion.</remarks>
internal sealed class UnionFind
{
    private readonly int[] _parents;

    /// <summary>Makes <paramref name="count"/> sets of one member each, numbered from 0.</summary>
    public UnionFind(int count)
    {
        _parents = new int[count];
        for (int i = 0; i < count; i++)
        {
            _parents[i] = i;
        }
    }

    /// <summary>The smallest member of the set of <paramref name="member"/>.</summary>
    public int Root(int member)
    {
        while (_parents[member] != member)
        {
            _parents[member] = _parents[_parents[member]];
            member = _parents[member];
        }

        return member;
    }

    /// <summary>Joins the sets of two members.</summary>
    public void Join(int left, int right)
    {
        int a = Root(left);
        int b = Root(right);
        _parents[Math.Max(a, b)] = Math.Min(a, b);
    }
}
