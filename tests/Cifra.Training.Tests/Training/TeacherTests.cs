using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Tests.Network;
using Cifra.Training;

namespace Cifra.Tests.Training;

public sealed class TeacherTests
{
    private static readonly Recipe Taught = TinyTraining.Recipe with { TeacherShare = 0.5, NonDigitShare = 0.2 };

    [Fact]
    public void Run_WithTeacherAndNonDigits_GivesTheSameBitsForAnyThreads()
    {
        Assert.Equal(TinyTraining.Hash(Train(Taught, Wise(), threads: 1)), TinyTraining.Hash(Train(Taught, Wise(), threads: 3)));
    }

    [Fact]
    public void Run_AnotherTeacher_GivesAnotherNetwork()
    {
        Assert.NotEqual(
            TinyTraining.Hash(Train(Taught, Wise(), threads: 1)),
            TinyTraining.Hash(Train(Taught, new DigitClassifier(ModelBytes.Network(9)), threads: 1)));
    }

    [Fact]
    public void Run_NonDigits_GivesAnEleventhOutputAndTheCardNamesTheTeacher()
    {
        TrainingResult result = Train(Taught, new DigitClassifier(ModelBytes.Network(), hash: "sha256:abc"), threads: 1);

        Assert.Equal(11, result.Network.Output.Channels);
        Assert.True(new DigitClassifier(result.Network).KnowsNonDigits);
        Assert.Equal("sha256:abc", result.Card.Teacher);
    }

    [Fact]
    public void New_TeacherMissingOrUnasked_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Train(Taught, teacher: null, threads: 1));
        Assert.Throws<ArgumentException>(() => Train(TinyTraining.Recipe, Wise(), threads: 1));
    }

    [Fact]
    public void New_TeacherOfOtherLevels_IsRefused()
    {
        NeuralNetwork other = NeuralNetwork.Build(Architectures.All["small"] with { Mean = 0.5 }, seed: 1);

        Assert.Throws<ArgumentException>(() => Train(Taught, new DigitClassifier(other), threads: 1));
    }

    private static DigitClassifier Wise() => new(ModelBytes.Network());

    private static TrainingResult Train(Recipe recipe, DigitClassifier? teacher, int threads) =>
        new Trainer(recipe, TinyTraining.Digits, validation: null, new TrainingOptions { Threads = threads, Teacher = teacher }).Run();
}
