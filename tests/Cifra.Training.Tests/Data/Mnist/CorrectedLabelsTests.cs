using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Data.Mnist;
using Cifra.Network;

namespace Cifra.Tests.Data.Mnist;

public sealed class CorrectedLabelsTests
{
    // The paper counts 15 for MNIST. Others who took the list from the same votes (yashrahmed/VordMekh_project, mnist_label_review_candidates.json)
    // count ten to correct, three where most saw neither, and two without agreement.
    [Fact]
    public void All_ThePapersList_HasFifteenInThreeKinds()
    {
        Assert.Equal(15, CorrectedLabels.All.Count);
        Assert.Equal(10, CorrectedLabels.All.Count(label => label.Corrected is not null));
        Assert.Equal([2654, 3520, 9679], CorrectedLabels.All.Where(label => label.IsNeither).Select(label => label.Index));
        Assert.Equal([2130, 8527], CorrectedLabels.All.Where(label => label.Corrected is null && !label.IsNeither).Select(label => label.Index));
    }

    [Fact]
    public void All_EachLabel_HasFiveVotesAndFewerThanThreeForTheGivenOne()
    {
        Assert.All(CorrectedLabels.All, label => Assert.Equal(5, label.VotesGiven + label.VotesSuggested + label.VotesNeither));
        Assert.All(CorrectedLabels.All, label => Assert.True(label.VotesGiven < 3));
        Assert.All(CorrectedLabels.All, label => Assert.NotEqual(label.Given, label.Suggested));
        Assert.Equal(CorrectedLabels.All.OrderBy(label => label.Index), CorrectedLabels.All);
    }

    [Fact]
    public void AreOf_MnistsTestPart_IsRecognisedAndHasTheGivenLabels()
    {
        DigitSet test = MnistData.LoadTest(new MnistLocation { DataDir = SharedData.Mnist });

        Assert.True(CorrectedLabels.AreOf(test));
        Assert.All(CorrectedLabels.All, label => Assert.Equal(test.Labels[label.Index], label.Given));
    }

    [Fact]
    public void AreOf_TestPartWithAChangedByte_IsNotRecognised()
    {
        DigitSet test = MnistData.LoadTest(new MnistLocation { DataDir = SharedData.Mnist });
        byte[] pixels = test.AllPixels.ToArray();
        byte[] labels = test.Labels.ToArray();
        pixels[^1] ^= 1;
        Assert.False(CorrectedLabels.AreOf(new DigitSet("changed pixel", pixels, labels)));

        pixels[^1] ^= 1;
        labels[947] = 9;
        Assert.False(CorrectedLabels.AreOf(new DigitSet("changed label", pixels, labels)));
    }

    [Fact]
    public void AreOf_OtherPictures_AreNotRecognised()
    {
        Assert.False(CorrectedLabels.AreOf(DrawnDigits.Create(20, seed: 1)));
        Assert.False(CorrectedLabels.AreOf(new DigitSet("as many", new byte[10_000 * DigitInput.Size], new byte[10_000])));
        Assert.False(CorrectedLabels.AreOf(new DigitSet("no labels", new byte[10_000 * DigitInput.Size], labels: null)));
    }
}
