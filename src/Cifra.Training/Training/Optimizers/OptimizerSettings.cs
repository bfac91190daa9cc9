using System.Globalization;
using System.Text.Json.Serialization;

namespace Cifra.Training.Optimizers;

/// <summary>Which optimizer turns gradients into steps, and its constants. Derive from <see cref="CustomOptimizerSettings"/> for one of your own.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Sgd), "sgd")]
[JsonDerivedType(typeof(Adam), "adam")]
[JsonDerivedType(typeof(AdamW), "adamW")]
[JsonDerivedType(typeof(Adadelta), "adadelta")]
[JsonDerivedType(typeof(SavedOptimizerSettings), "custom")]
public abstract record OptimizerSettings
{
    private protected OptimizerSettings()
    {
    }

    /// <summary>The settings as a checkpoint holds them: those of a custom optimizer as its name and constants.</summary>
    internal OptimizerSettings ForCheckpoint() => this is CustomOptimizerSettings custom
        ? new SavedOptimizerSettings(custom.Name, string.Join(' ', custom.Constants.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value:R}"))))
        : this;

    /// <summary>Stochastic gradient descent with momentum. Weight decay is added to the gradient.</summary>
    /// <param name="Momentum">0 up to, not including, 1.</param>
    /// <param name="Nesterov">Whether the gradient counts as taken after the momentum's step (Sutskever et al. 2013).</param>
    public sealed record Sgd(double Momentum = 0.9, bool Nesterov = true) : OptimizerSettings;

    /// <summary>Adam (Kingma and Ba 2015, arXiv:1412.6980). Weight decay is added to the gradient.</summary>
    /// <param name="Beta1">Memory of the gradient's mean.</param>
    /// <param name="Beta2">Memory of the gradient's square.</param>
    /// <param name="Epsilon">Added to the root of the square.</param>
    public sealed record Adam(double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8) : OptimizerSettings;

    /// <summary>Adam with weight decay taken from the weights themselves (Loshchilov and Hutter 2019, arXiv:1711.05101).</summary>
    /// <param name="Beta1">Memory of the gradient's mean.</param>
    /// <param name="Beta2">Memory of the gradient's square.</param>
    /// <param name="Epsilon">Added to the root of the square.</param>
    public sealed record AdamW(double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8) : OptimizerSettings;

    /// <summary>
    /// Adadelta (Zeiler 2012, arXiv:1212.5701), which finds its own scale: a learning rate of 1 is usual. Weight decay is added to the gradient.
    /// </summary>
    /// <param name="Rho">Memory of the squares of gradients and steps.</param>
    /// <param name="Epsilon">Added to both squares under their roots.</param>
    public sealed record Adadelta(double Rho = 0.9, double Epsilon = 1e-6) : OptimizerSettings;
}
