using static Cifra.Training.Explanations.SettingValue;

namespace Cifra.Training.Explanations;

/// <summary>What the constants of a <see cref="Schedule"/> mean.</summary>
internal static class ScheduleTexts
{
    private const string Sgdr = "Loshchilov and Hutter 2017, arXiv:1608.03983";
    private const string SuperConvergence = "Smith and Topin 2018, arXiv:1708.07120";
    private const string OfPeak = "factor of the peak";

    public static IReadOnlyList<SettingText<Schedule.StepDecay>> StepDecay { get; } =
    [
        new(
            nameof(Schedule.StepDecay.Intervals), s => Number(s.Intervals), "intervals", "Number of equal parts of the training; the rate is constant within each.",
            "More parts make the decay smoother."),
        new(
            nameof(Schedule.StepDecay.Decay), s => Number(s.Decay), "factor", "Factor from the rate of one part to that of the next.",
            "Small steps at the end converge."),
    ];

    public static IReadOnlyList<SettingText<Schedule.Cosine>> Cosine { get; } =
    [
        new(
            nameof(Schedule.Cosine.Final), s => Number(s.Final), OfPeak, "The rate at the last step; it falls from the peak along half a cosine.",
            "Small steps at the end converge.", Sgdr),
    ];

    public static IReadOnlyList<SettingText<Schedule.OneCycle>> OneCycle { get; } =
    [
        new(
            nameof(Schedule.OneCycle.Warmup), s => Number(s.Warmup), "share of the steps", "Part of the training in which the rate rises to its peak.",
            "Large steps at the start would diverge.", SuperConvergence),
        new(nameof(Schedule.OneCycle.Start), s => Number(s.Start), OfPeak, "The rate at the first step.", "Large steps at the start would diverge.", SuperConvergence),
        new(
            nameof(Schedule.OneCycle.Final), s => Number(s.Final), OfPeak, "The rate at the last step.", "Small steps at the end converge.",
            SuperConvergence),
    ];
}
