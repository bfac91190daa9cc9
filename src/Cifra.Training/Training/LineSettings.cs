namespace Cifra.Training;

/// <summary>Settings of a recipe that trains a network to read lines, on lines composed of digits.</summary>
/// <param name="Symbols">The symbols that the network learns to read.</param>
/// <param name="Width">Columns of a line in training, a multiple of 4. The trained network reads lines of any width.</param>
public sealed record LineSettings(string Symbols, int Width)
{
    /// <summary>Outputs of the network for every four columns: 1, 2 or 4.</summary>
    public int StepsOfPlace { get; init; } = 1;

    /// <summary>Epochs that a composed line is used in, each time at another position; 1 or more. Composing a line takes longer than a step with it.</summary>
    public int Uses { get; init; } = 1;

    /// <summary>Number plates to draw for an epoch, from the seed alone; 0 composes lines of the training pictures instead.</summary>
    public int Plates { get; init; }
}
