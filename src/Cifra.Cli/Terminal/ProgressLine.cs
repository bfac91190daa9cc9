namespace Cifra.Cli.Terminal;

/// <summary>One line that is drawn over in a terminal. Elsewhere only what is worth keeping is printed.</summary>
internal sealed class ProgressLine(Shell shell)
{
    private readonly TextWriter _writer = shell.Error;
    private int _drawn;

    /// <summary>Shows the current progress.</summary>
    public void Show(string text)
    {
        if (shell.ErrorIsTerminal)
        {
            text = text.Length < shell.ErrorWidth ? text : text[..(shell.ErrorWidth - 1)]; // a wrapped line could not be drawn over
            _writer.Write('\r' + text + new string(' ', Math.Max(0, _drawn - text.Length)));
            _drawn = text.Length;
        }
    }

    /// <summary>Prints a line that stays.</summary>
    public void Keep(string text)
    {
        Clear();
        _writer.WriteLine(text);
    }

    /// <summary>Takes away what <see cref="Show"/> drew.</summary>
    public void Clear()
    {
        if (_drawn > 0)
        {
            _writer.Write('\r' + new string(' ', _drawn) + '\r');
            _drawn = 0;
        }
    }
}
