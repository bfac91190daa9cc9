using Cifra.Training;

namespace Cifra.Tests.Training;

/// <summary>Factors computed by hand, or in Python from the formulas of the papers.</summary>
public sealed class ScheduleTests
{
    [Fact]
    public void Constant_AnyStep_IsOne() => Expect(new Schedule.Constant(), 3, [1, 1, 1]);

    [Fact]
    public void StepDecay_ThreeIntervalsOfTwo_HalvesTwice() =>
        Expect(new Schedule.StepDecay(Intervals: 3, Decay: 0.5), 6, [1, 1, 0.5, 0.5, 0.25, 0.25]);

    [Fact]
    public void StepDecay_IntervalsThatDoNotDivide_FallsAtThirds() =>
        Expect(new Schedule.StepDecay(Intervals: 3, Decay: 0.1), 4, [1, 1, 0.1, 0.01]);

    [Fact]
    public void Cosine_FiveSteps_IsHalfACosine() =>
        Expect(new Schedule.Cosine(Final: 0.1), 5, [1, 0.8681980515339464, 0.55, 0.23180194846605365, 0.1]);

    [Fact]
    public void OneCycle_ElevenSteps_RisesForThreeAndFallsForEight() => Expect(new Schedule.OneCycle(), 11,
    [
        0.04, 0.28, 0.76, 1,
        0.9504846320134737, 0.8117456539497631, 0.6112620219362893, 0.38874197806371075, 0.18825834605023697, 0.049519367986526286, 4e-6,
    ]);

    [Fact]
    public void OneCycle_WarmupOfNothingOrAll_StartsOrEndsAtThePeak()
    {
        Expect(new Schedule.OneCycle(Warmup: 0, Start: 0.5, Final: 0), 3, [1, 0.5, 0]);
        Expect(new Schedule.OneCycle(Warmup: 1, Start: 0.5, Final: 0), 3, [0.5, 0.75, 1]);
    }

    [Fact]
    public void Factor_TrainingOfOneStep_IsANumber()
    {
        Schedule[] all = [new Schedule.Constant(), new Schedule.StepDecay(3, 0.5), new Schedule.Cosine(), new Schedule.OneCycle()];

        Assert.All(all, schedule => Assert.InRange(schedule.Factor(0, 1), 0, 1));
    }

    private static void Expect(Schedule schedule, int steps, double[] factors)
    {
        for (int i = 0; i < steps; i++)
        {
            Assert.Equal(factors[i], schedule.Factor(i, steps), 1e-12);
        }
    }
}
