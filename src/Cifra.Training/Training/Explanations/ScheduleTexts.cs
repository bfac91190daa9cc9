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
        new(nameof(Schedule.StepDecay.Intervals), s => Number(s.Intervals), "intervals", "Equal parts of the training, each of one rate.", "More make the fall smoother."),
        new(nameof(Schedule.StepDecay.Decay), s => Number(s.Decay), "factor", "The rate falls by it from one part to the next.", "Small steps at the end settle what large ones found."),
    ];

    public static IReadOnlyList<SettingText<Schedule.Cosine>> Cosine { get; } =
    [
        new(nameof(Schedule.Cosine.Final), s => Number(s.Final), OfPeak, "Where half a cosine ends that begins at the peak.", "Small steps at the end settle what large ones found.", Sgdr),
    ];

    public static IReadOnlyList<SettingText<Schedule.OneCycle>> OneCycle { get; } =
    [
        new(nameof(Schedule.OneCycle.Warmup), s => Number(s.Warmup), "share of the steps", "How long the rate rises.", "A fresh network stands large steps only after small ones.", SuperConvergence),
        new(nameof(Schedule.OneCycle.Start), s => Number(s.Start), OfPeak, "The rate at the first step.", "As above.", SuperConvergence),
        new(nameof(Schedule.OneCycle.Final), s => Number(s.Final), OfPeak, "The rate at the last step.", "Small steps at the end settle what large ones found.", SuperConvergence),
    ];
}
