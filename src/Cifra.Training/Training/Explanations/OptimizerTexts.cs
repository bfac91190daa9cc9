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
    private const string MeanWhy = "A large share smooths the direction; a small one follows changes sooner.";
    private const string SquareWhy = "Its square root scales each weight's step; a short training needs a smaller share.";

    public static IReadOnlyList<SettingText<OptimizerSettings.Sgd>> Sgd { get; } =
    [
        new(
            nameof(OptimizerSettings.Sgd.Momentum), s => Number(s.Momentum), "share kept each step",
            "Share of the last step that is added to the next.",
            "Speeds up flat regions and averages out the noise between batches.",
            "Polyak 1964"),
        new(
            nameof(OptimizerSettings.Sgd.Nesterov), s => s.Nesterov ? "yes" : "no", "",
            "Whether the gradient counts as taken after the momentum's step.",
            "Overshoots less where the direction changes.",
            "Sutskever et al. 2013"),
    ];

    public static IReadOnlyList<SettingText<OptimizerSettings.Adam>> Adam { get; } =
    [
        new(nameof(OptimizerSettings.Adam.Beta1), s => Number(s.Beta1), "share kept each step", MeanMemory, MeanWhy, KingmaBa),
        new(nameof(OptimizerSettings.Adam.Beta2), s => Number(s.Beta2), "share kept each step", SquareMemory, SquareWhy, KingmaBa),
        new(nameof(OptimizerSettings.Adam.Epsilon), s => Number(s.Epsilon), "", "Added to the root of the square.", "Avoids division by zero.", KingmaBa),
    ];

    public static IReadOnlyList<SettingText<OptimizerSettings.AdamW>> AdamW { get; } =
    [
        new(nameof(OptimizerSettings.AdamW.Beta1), s => Number(s.Beta1), "share kept each step", MeanMemory, MeanWhy, Decoupled),
        new(nameof(OptimizerSettings.AdamW.Beta2), s => Number(s.Beta2), "share kept each step", SquareMemory, SquareWhy, Decoupled),
        new(nameof(OptimizerSettings.AdamW.Epsilon), s => Number(s.Epsilon), "", "Added to the root of the square.", "Avoids division by zero.", Decoupled),
    ];

    public static IReadOnlyList<SettingText<OptimizerSettings.Adadelta>> Adadelta { get; } =
    [
        new(
            nameof(OptimizerSettings.Adadelta.Rho), s => Number(s.Rho), "share kept each step",
            "Share of the squares of gradients and steps that is kept.",
            "Their ratio scales the step, so the learning rate needs no tuning.",
            Zeiler),
        new(
            nameof(OptimizerSettings.Adadelta.Epsilon), s => Number(s.Epsilon), "", "Added to both squares under their roots.",
            "The first steps would be zero without it.", Zeiler),
    ];
}
