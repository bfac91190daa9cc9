namespace Cifra.Evaluation.Robustness;

/// <summary>Which trainings see something of a corruption's kind, so that being good at it is no surprise.</summary>
public enum SeenBy
{
    /// <summary>None of ours.</summary>
    None,

    /// <summary>Those that draw pictures into scenes, as the recipe <c>field</c> does: on paper, in some light, through some camera.</summary>
    Field,

    /// <summary>Every one that augments its pictures.</summary>
    Augmentation,
}
