using static Cifra.Training.Explanations.SettingValue;

namespace Cifra.Training.Explanations;

/// <summary>What the settings of a <see cref="Recipe"/> mean.</summary>
internal static class RecipeTexts
{
    public static IReadOnlyList<SettingText<Recipe>> All { get; } =
    [
        new(
            nameof(Recipe.Name), r => r.Name, "",
            "What to call the recipe.",
            "Models and tables name it; the same name is the same settings."),
        new(
            nameof(Recipe.Architecture), r => r.Architecture, "",
            "The network that is trained; its layers are listed below.",
            "More and wider layers read better and cost more time in training and in use."),
        new(
            nameof(Recipe.Epochs), r => Number(r.Epochs), "times",
            "How often every training picture is seen.",
            "More helps until about 50 to 100 on MNIST, and costs time in proportion."),
        new(
            nameof(Recipe.BatchSize), r => Number(r.BatchSize), "pictures",
            "Pictures whose mean gradient makes one step.",
            "Larger steps are steadier and fewer; 64 to 256 keep both cores busy without losing accuracy."),
        new(
            nameof(Recipe.LearningRate), r => Number(r.LearningRate), "",
            "Length of a step at the schedule's peak, as a factor of what the optimizer proposes.",
            "Too small learns slowly, too large diverges; tuned on held-out training pictures."),
        new(
            nameof(Recipe.WeightDecay), r => OrOff(r.WeightDecay), "per step, times the rate",
            "Pulls the weights (not biases and norms) towards zero.",
            "Keeps the network from learning single pictures by heart.",
            "Loshchilov and Hutter 2019, arXiv:1711.05101"),
        new(
            nameof(Recipe.LabelSmoothing), r => OrOff(r.LabelSmoothing), "share of the target",
            "Spreads so much of the target evenly over all classes.",
            "Wrong labels and unreadable pictures do less harm; the network does not grow surer than it has reason to be.",
            "Szegedy et al. 2016, arXiv:1512.00567"),
        new(
            nameof(Recipe.MaxGradientNorm), r => OrOff(r.MaxGradientNorm), "length",
            "A longer gradient is cut to this length.",
            "One strange batch cannot throw the training off.",
            "Pascanu, Mikolov, Bengio 2013, arXiv:1211.5063"),
        new(
            nameof(Recipe.AverageDecay), r => OrOff(r.AverageDecay), "share kept each step",
            "The result is a running average of the weights, which keeps this share of itself at every step.",
            "The average lies in the middle of where the last steps wander, and reads better than any of them.",
            "Polyak and Juditsky 1992; Izmailov et al. 2018, arXiv:1803.05407"),
        new(
            nameof(Recipe.MildEpochs), r => OrOff(r.MildEpochs), "epochs",
            "Epochs at the end whose pictures are changed less.",
            "The last steps fit the pictures that will be read, not their distorted kin."),
        new(
            nameof(Recipe.MildStrength), r => Number(r.MildStrength), "factor of every change",
            "How much of each change is left in those epochs; 0 shows the pictures as they are.",
            "Some change still keeps the network from learning single pictures by heart."),
        new(
            nameof(Recipe.NonDigitShare), r => OrOff(r.NonDigitShare), "share of a step's pictures",
            "Generated pictures of no digit (letters, halves, scribbles, texture) that each step sees on top; the network gets an answer for them.",
            "A network that was shown digits only takes everything for one."),
        new(
            nameof(Recipe.SceneShare), r => OrOff(r.SceneShare), "share of the pictures",
            "Pictures that are first drawn into a scene (a form, an envelope, a photo) and found there by the path that reads pictures.",
            "What is read in use has been scanned, thresholded and cut out; this shows the network what that leaves of a digit."),
        new(
            nameof(Recipe.TeacherShare), r => OrOff(r.TeacherShare), "share of the target",
            "How much of the target is what another network, or several together, say of the same changed picture.",
            "A network learns more from how sure a good one is than from the bare label.",
            "Hinton, Vinyals, Dean 2015, arXiv:1503.02531"),
        new(
            nameof(Recipe.Teacher), r => r.Teacher ?? "none", "",
            "The recipe, of one network or of an ensemble, that makes the teacher.",
            "The teacher is trained first, and is no part of the result."),
    ];
}
