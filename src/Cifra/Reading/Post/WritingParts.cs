using Cifra.Imaging;

namespace Cifra.Reading.Post;

/// <summary>Components of a page's ink that may be letters, digits, or words whose letters hang together.</summary>
/// <remarks>Left out are specks, long rules, and what is far larger than writing: pictures on stamps, frames.</remarks>
internal static class WritingParts
{
    /// <summary>Writing of fewer pixels in height cannot be read.</summary>
    private const int LeastHeight = 6;

    /// <summary>Writing is at least this part of the page's longer side high.</summary>
    private const double LeastPartOfPage = 0.005;

    /// <summary>Writing is at most this part of the page's shorter side high.</summary>
    private const double MostPartOfPage = 0.4;

    /// <summary>A letter is at least this part of the usual height high: a sender prints smaller than he writes.</summary>
    private const double LeastOfUsual = 0.25;

    /// <summary>And at most this many times: loops above and below a line.</summary>
    private const double MostOfUsual = 3;

    /// <summary>What is this many times as wide as high is a rule.</summary>
    private const int RuleAspect = 12;

    /// <summary>The parts, in no order.</summary>
    public static IReadOnlyList<Component> Choose(ConnectedComponents components)
    {
        double least = Math.Max(LeastHeight, LeastPartOfPage * Math.Max(components.Width, components.Height));
        double most = MostPartOfPage * Math.Min(components.Width, components.Height);
        Component[] sized = [.. components.All.Where(part => part.Box.Height >= least && part.Box.Height <= most && part.Box.Width < RuleAspect * part.Box.Height)];
        int usual = UsualHeight(sized);
        return [.. sized.Where(part => part.Box.Height >= LeastOfUsual * usual && part.Box.Height <= MostOfUsual * usual)];
    }

    // The height that half of the writing is lower than, by the length that it takes on its lines.
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
