namespace Cifra;

/// <summary>Asked at many places within long work whether the work was cancelled.</summary>
/// <remarks>Long loops ask once a row or once an item, so that a cancellation takes effect within a fraction of a second.</remarks>
/// <param name="cancellation">The caller's token.</param>
/// <param name="asked">Called at every place before the token is looked at; tests count the places with it.</param>
internal sealed class CancellationCheck(CancellationToken cancellation, Action? asked = null)
{
    /// <summary>Never cancelled.</summary>
    public static CancellationCheck None { get; } = new(CancellationToken.None);

    /// <summary>The caller's token, for what takes one.</summary>
    public CancellationToken Token => cancellation;

    /// <summary>Ends the work if it was cancelled.</summary>
    /// <exception cref="OperationCanceledException">It was.</exception>
    public void ThrowIfCancelled()
    {
        asked?.Invoke();
        cancellation.ThrowIfCancellationRequested();
    }
}
