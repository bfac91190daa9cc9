namespace Cifra.Imaging.Steps;

/// <summary>Collects what each step from a picture to its ink did, for somebody who wants to see it.</summary>
/// <remarks>For one picture, from one thread.</remarks>
public sealed class InkTrace
{
    private readonly List<InkStep> _steps = [];

    /// <summary>The steps in their order, the ones that were not needed too.</summary>
    public IReadOnlyList<InkStep> Steps => _steps;

    internal void Add(string name, Step step) =>
        _steps.Add(new InkStep(_steps.Count + 1, name, step.Applied, step.Reason, step.Stage.Picture));

    internal void AddAll(InkTrace other) => _steps.AddRange(other._steps);
}
