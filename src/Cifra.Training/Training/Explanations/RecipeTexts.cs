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
            "Model cards and tables show this name."),
        new(
            nameof(Recipe.Architecture), r => r.Architecture, "",
            "The network that is trained; its layers are listed below.",
            "More and wider layers are more accurate and slower, in training and in use."),
        new(
            nameof(Recipe.Network), r => r.Network is { } own ? $"{own.Layers.Count} layers" : "none", "",
            "A network of the program's own, trained in place of the named architecture.",
            "A program can train layers and sizes that no named architecture has."),
        new(
            nameof(Recipe.Epochs), r => Number(r.Epochs), "times",
            "How often every training picture is seen.",
            "More helps until about 50 to 100 on MNIST, and costs time in proportion."),
        new(
            nameof(Recipe.BatchSize), r => Number(r.BatchSize), "pictures",
            "Pictures per step; the step follows their mean gradient.",
            "A larger batch gives fewer, less noisy steps; 64 to 256 keep both cores busy without losing accuracy."),
        new(
            nameof(Recipe.LearningRate), r => Number(r.LearningRate), "",
            "Factor of the optimizer's step at the peak of the schedule.",
            "Too small learns slowly, too large diverges; tuned on held-out training pictures."),
        new(
            nameof(Recipe.WeightDecay), r => OrOff(r.WeightDecay), "per step, times the rate",
            "Pulls the weights (not biases and norms) towards zero.",
            "Reduces overfitting.",
            "Loshchilov and Hutter 2019, arXiv:1711.05101"),
        new(
            nameof(Recipe.LabelSmoothing), r => OrOff(r.LabelSmoothing), "share of the target",
            "Part of the target that is spread evenly over all classes.",
            "Wrong labels and unreadable pictures do less harm, and the network becomes less overconfident.",
            "Szegedy et al. 2016, arXiv:1512.00567"),
        new(
            nameof(Recipe.MaxGradientNorm), r => OrOff(r.MaxGradientNorm), "length",
            "A longer gradient is cut to this length.",
            "One unusual batch cannot ruin the training.",
            "Pascanu, Mikolov, Bengio 2013, arXiv:1211.5063"),
        new(
            nameof(Recipe.AverageDecay), r => OrOff(r.AverageDecay), "share kept each step",
            "The result is a running average of the weights, which keeps this share of itself at every step.",
            "The last steps move around a minimum; their average is nearer to it, and more accurate, than any of them.",
            "Polyak and Juditsky 1992; Izmailov et al. 2018, arXiv:1803.05407"),
        new(
            nameof(Recipe.MildEpochs), r => OrOff(r.MildEpochs), "epochs",
            "Epochs at the end with weaker augmentation.",
            "The last steps then fit pictures as they will be read."),
        new(
            nameof(Recipe.MildStrength), r => Number(r.MildStrength), "factor of every change",
            "Strength of the augmentation in those epochs; 0 turns it off, 1 leaves it as before.",
            "Weak augmentation still reduces overfitting."),
        new(
            nameof(Recipe.NonDigitShare), r => OrOff(r.NonDigitShare), "share of a step's pictures",
            "Generated pictures that show no digit (letters, halves, scribbles, texture), added to each step; the network gets an output \"not a digit\".",
            "A network trained on digits alone takes everything for a digit."),
        new(
            nameof(Recipe.SceneShare), r => OrOff(r.SceneShare), "share of the pictures",
            "Pictures that are first drawn into a scene (a form, an envelope, a photo) and found there by the path that reads pictures.",
            "Digits from real pictures have been scanned, thresholded and cut out; the network learns what that does to them."),
        new(
            nameof(Recipe.TeacherShare), r => OrOff(r.TeacherShare), "share of the target",
            "Part of the target that is the output of a teacher (another network, or an ensemble) for the same augmented picture.",
            "A good network's probabilities teach more than the label alone.",
            "Hinton, Vinyals, Dean 2015, arXiv:1503.02531"),
        new(
            nameof(Recipe.Teacher), r => r.Teacher ?? "none", "",
            "The recipe or ensemble that trains the teacher.",
            "The teacher is trained first and is not part of the result."),
    ];
}
