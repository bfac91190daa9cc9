namespace Cifra.Cli.Terminal;

/// <summary>One line that is drawn over in a terminal. Elsewhere only what is worth keeping is printed.</summary>
internal sealed class ProgressLine(TextWriter writer, bool terminal)
{
    private int _drawn;

    /// <summary>Shows what goes on at the moment.</summary>
    public void Show(string text)
    {
        if (terminal)
        {
            writer.Write('\r' + text + new string(' ', Math.Max(0, _drawn - text.Length)));
            _drawn = text.Length;
        }
    }

    /// <summary>Prints a line that stays.</summary>
    public void Keep(string text)
    {
        Clear();
        writer.WriteLine(text);
    }

    /// <summary>Takes away what <see cref="Show"/> drew.</summary>
    public void Clear()
    {
        if (_drawn > 0)
        {
            writer.Write('\r' + new string(' ', _drawn) + '\r');
            _drawn = 0;
        }
    }
}
