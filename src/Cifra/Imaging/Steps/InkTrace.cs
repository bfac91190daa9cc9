namespace Cifra.Imaging.Steps;

/// <summary>Collects what each step from a picture to its ink did, and why.</summary>
/// <remarks>Use one trace for each picture, from one thread.</remarks>
public sealed class InkTrace
{
    private readonly List<InkStep> _steps = [];

    /// <summary>The steps in order, including those that were not needed.</summary>
    public IReadOnlyList<InkStep> Steps => _steps;

    internal void Add(string name, Step step) =>
        _steps.Add(new InkStep(_steps.Count + 1, name, step.Applied, step.Reason, step.Stage.Picture));

    internal void AddAll(InkTrace other) => _steps.AddRange(other._steps);
}
