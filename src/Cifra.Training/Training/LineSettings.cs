namespace Cifra.Training;

/// <summary>What makes a recipe one for lines: pictures are composed of digits, and the network reads them from left to right.</summary>
/// <param name="Symbols">The symbols that it learns to read.</param>
/// <param name="Width">Columns of a line in training, a multiple of 4; the network then reads lines of any width.</param>
public sealed record LineSettings(string Symbols, int Width)
{
    /// <summary>Steps that the network takes for every four columns: 1, 2 or 4.</summary>
    public int StepsOfPlace { get; init; } = 1;

    /// <summary>Epochs that a composed line serves for, each time at another place of its picture, before another is composed; 1 or more. Composing costs more than learning from it.</summary>
    public int Uses { get; init; } = 1;

    /// <summary>Number plates that are drawn for an epoch, and nothing but a seed is needed for them; 0 where lines are composed of the training pictures.</summary>
    public int Plates { get; init; }
}
