namespace Cifra.Imaging.Repair;

/// <summary>How likely a small picture needs repair, by its form alone.</summary>
internal enum PictureCondition
{
    /// <summary>It looks like a clean picture in every number, and is not touched.</summary>
    Clean,

    /// <summary>No clean picture looks like it, but a clean digit of another pen, size or place might.</summary>
    Doubtful,

    /// <summary>No clean digit looks like it.</summary>
    Damaged,
}
