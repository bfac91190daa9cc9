namespace Cifra.Tests.Architecture;

/// <summary>Finds cycles between namespaces in a list of uses, as <see cref="TypeUses"/> gives it.</summary>
internal static class NamespaceCycles
{
    /// <summary>Every use that lies on a cycle, as "A.X uses B.Y"; empty where there is no cycle.</summary>
    /// <param name="uses">Uses by full type names.</param>
    /// <param name="assemblers">Full names of types that a parent namespace has to put its children together; their uses of the children do not count.</param>
    public static IReadOnlyList<string> Find(IEnumerable<(string User, string Used)> uses, IReadOnlyCollection<string> assemblers)
    {
        (string User, string Used)[] counted = [.. uses.Where(use => SpaceOf(use.User) != SpaceOf(use.Used) && !Assembles(use, assemblers))];
        ILookup<string, string> next = counted.Select(use => (From: SpaceOf(use.User), To: SpaceOf(use.Used))).Distinct().ToLookup(edge => edge.From, edge => edge.To);
        Dictionary<string, HashSet<string>> reached = next.ToDictionary(from => from.Key, from => Reach(from.Key, next));
        return
        [
            .. counted
                .Where(use => reached.TryGetValue(SpaceOf(use.Used), out HashSet<string>? spaces) && spaces.Contains(SpaceOf(use.User)))
                .Select(use => $"{use.User} uses {use.Used}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Those of the assemblers that put no children together, and so need not be named.</summary>
    public static IReadOnlyList<string> Needless(IReadOnlyCollection<(string User, string Used)> uses, IReadOnlyCollection<string> assemblers) =>
        [.. assemblers.Where(type => !uses.Any(use => use.User == type && Assembles(use, assemblers)))];

    private static bool Assembles((string User, string Used) use, IReadOnlyCollection<string> assemblers) =>
        assemblers.Contains(use.User) && SpaceOf(use.Used).StartsWith(SpaceOf(use.User) + ".", StringComparison.Ordinal);

    private static HashSet<string> Reach(string from, ILookup<string, string> next)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(next[from]);
        while (open.TryPop(out string? space))
        {
            if (reached.Add(space))
            {
                foreach (string further in next[space])
                {
                    open.Push(further);
                }
            }
        }

        return reached;
    }

    private static string SpaceOf(string type) => type[..type.LastIndexOf('.')];
}
