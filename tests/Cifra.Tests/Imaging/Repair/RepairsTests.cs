using Cifra.Imaging;
using Cifra.Imaging.Repair;

namespace Cifra.Tests.Imaging.Repair;

public sealed class RepairsTests
{
    public static TheoryData<RepairStep> Steps => [.. Enum.GetValues<RepairStep>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Apply_EachStep_LeavesTheGivenPictureAndKeepsAStroke(RepairStep step)
    {
        var picture = new GrayImage(28, 28);
        Drawing.Stroke(picture, 11, 24, 17, 4, 5, 255); // slanted: an upright bar looks like a part in negative
        byte[] before = picture.Pixels.ToArray();

        GrayImage? repaired = Repairs.Apply(picture, [step], RepairOptions.Default);

        Assert.Equal(before, picture.Pixels.ToArray());
        Assert.Equal(step == RepairStep.TurnBack, repaired is null); // there is nothing to turn back
        Assert.True(repaired is null || (repaired.Width == 28 && repaired[14, 14] > 128));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Apply_BlankOrTinyPicture_DoesNotFail(RepairStep step)
    {
        Repairs.Apply(new GrayImage(28, 28), [step], RepairOptions.Default);
        Repairs.Apply(Pictures.Flat(1, 1, 255), [step], RepairOptions.Default);
    }

    [Fact]
    public void Apply_StepThatHasNothingToDo_EndsTheRepair() =>
        Assert.Null(Repairs.Apply(new GrayImage(28, 28), [RepairStep.TurnBack, RepairStep.Median], RepairOptions.Default));

    [Fact]
    public void Lists_EveryStep_IsInSomeRepair() =>
        Assert.Empty(Enum.GetValues<RepairStep>().Except(Repairs.Simple.Concat(Repairs.Combined).SelectMany(repair => repair)));
}
