namespace Cifra.Evaluation;

/// <summary>Which trainings see something of a corruption's kind, so that being good at it is no surprise.</summary>
public enum SeenBy
{
    /// <summary>None of ours.</summary>
    None,

    /// <summary>Those of the recipe <c>field</c>, whose scenes have it.</summary>
    Field,

    /// <summary>Every one that augments its pictures.</summary>
    Augmentation,
}
