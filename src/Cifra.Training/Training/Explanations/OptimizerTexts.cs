using Cifra.Training.Optimizers;
using static Cifra.Training.Explanations.SettingValue;

namespace Cifra.Training.Explanations;

/// <summary>What the constants of the <see cref="OptimizerSettings"/> mean.</summary>
internal static class OptimizerTexts
{
    private const string KingmaBa = "Kingma and Ba 2015, arXiv:1412.6980";
    private const string Decoupled = "Loshchilov and Hutter 2019, arXiv:1711.05101";
    private const string Zeiler = "Zeiler 2012, arXiv:1212.5701";
    private const string MeanMemory = "Share of the gradient's running mean that is kept each step.";
    private const string SquareMemory = "Share of the mean of the squared gradient that is kept each step.";
    private const string MeanWhy = "A long memory steadies the direction; a short one follows it sooner.";
    private const string SquareWhy = "The root of it scales each weight's step; a short training wants a short memory.";

    public static IReadOnlyList<SettingText<OptimizerSettings.Sgd>> Sgd { get; } =
    [
        new(
            nameof(OptimizerSettings.Sgd.Momentum), s => Number(s.Momentum), "share kept each step",
            "How much of the last step goes on.",
            "Carries over flat places and evens out the batches' differences.",
            "Polyak 1964"),
        new(
            nameof(OptimizerSettings.Sgd.Nesterov), s => s.Nesterov ? "yes" : "no", "",
            "Whether the gradient counts as taken after the momentum's step.",
            "Brakes in time where the valley turns.",
            "Sutskever et al. 2013"),
    ];

    public static IReadOnlyList<SettingText<OptimizerSettings.Adam>> Adam { get; } =
    [
        new(nameof(OptimizerSettings.Adam.Beta1), s => Number(s.Beta1), "share kept each step", MeanMemory, MeanWhy, KingmaBa),
        new(nameof(OptimizerSettings.Adam.Beta2), s => Number(s.Beta2), "share kept each step", SquareMemory, SquareWhy, KingmaBa),
        new(nameof(OptimizerSettings.Adam.Epsilon), s => Number(s.Epsilon), "", "Added to the root of the square.", "No step is divided by zero.", KingmaBa),
    ];

    public static IReadOnlyList<SettingText<OptimizerSettings.AdamW>> AdamW { get; } =
    [
        new(nameof(OptimizerSettings.AdamW.Beta1), s => Number(s.Beta1), "share kept each step", MeanMemory, MeanWhy, Decoupled),
        new(nameof(OptimizerSettings.AdamW.Beta2), s => Number(s.Beta2), "share kept each step", SquareMemory, SquareWhy, Decoupled),
        new(nameof(OptimizerSettings.AdamW.Epsilon), s => Number(s.Epsilon), "", "Added to the root of the square.", "No step is divided by zero.", Decoupled),
    ];

    public static IReadOnlyList<SettingText<OptimizerSettings.Adadelta>> Adadelta { get; } =
    [
        new(
            nameof(OptimizerSettings.Adadelta.Rho), s => Number(s.Rho), "share kept each step",
            "Share of the squares of gradients and steps that is kept.",
            "Their ratio is the scale of a step, so the rate needs no tuning.",
            Zeiler),
        new(nameof(OptimizerSettings.Adadelta.Epsilon), s => Number(s.Epsilon), "", "Added to both squares under their roots.", "The first steps get off the ground.", Zeiler),
    ];
}
