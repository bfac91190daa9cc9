namespace Cifra.Imaging.Steps;

/// <summary>The result of a step.</summary>
/// <param name="Stage">The stage after it; the one before if it was skipped.</param>
/// <param name="Applied">Whether it changed anything.</param>
/// <param name="Reason">Why it did, or did not.</param>
internal sealed record Step(Stage Stage, bool Applied, string Reason)
{
    /// <summary>A step that was not needed.</summary>
    public static Step Skipped(Stage stage, string reason) => new(stage, false, reason);

    /// <summary>A step that was taken.</summary>
    public static Step Taken(Stage stage, string reason) => new(stage, true, reason);
}
