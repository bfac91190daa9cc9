using Cifra.Imaging;

namespace Cifra.Reading.Post;

/// <summary>Chooses the components of a page that may be letters, digits, or words with connected letters.</summary>
/// <remarks>Specks, long rules, and components far larger than writing (pictures on stamps, frames) are left out.</remarks>
internal static class WritingParts
{
    /// <summary>The parts, in no order.</summary>
    public static IReadOnlyList<Component> Choose(ConnectedComponents components, WritingOptions? options = null)
    {
        options ??= WritingOptions.Default;
        double least = Math.Max(options.MinHeight, options.MinPartOfPage * Math.Max(components.Width, components.Height));
        double most = options.MaxPartOfPage * Math.Min(components.Width, components.Height);
        Component[] sized =
        [
            .. components.All.Where(part => part.Box.Height >= least && part.Box.Height <= most && part.Box.Width < options.RuleAspect * part.Box.Height),
        ];
        int usual = UsualHeight(sized);
        return [.. sized.Where(part => part.Box.Height >= options.MinOfUsualHeight * usual && part.Box.Height <= options.MaxOfUsualHeight * usual)];
    }

    // The median height, each part weighted by its width: wide parts are words.
    private static int UsualHeight(Component[] parts)
    {
        long total = parts.Sum(part => (long)part.Box.Width);
        long seen = 0;
        foreach (Component part in parts.OrderBy(part => part.Box.Height))
        {
            seen += part.Box.Width;
            if (2 * seen >= total)
            {
                return part.Box.Height;
            }
        }

        return 0;
    }
}
