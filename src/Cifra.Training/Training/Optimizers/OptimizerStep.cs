namespace Cifra.Training.Optimizers;

/// <summary>One step of an optimizer, for one parameter.</summary>
/// <param name="Rate">Learning rate.</param>
/// <param name="WeightDecay">Weight decay of this parameter; 0 for biases and norms.</param>
/// <param name="Number">1 for the first step of the training.</param>
public readonly record struct OptimizerStep(double Rate, double WeightDecay, long Number);
