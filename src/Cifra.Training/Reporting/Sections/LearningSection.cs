using System.Globalization;
using Cifra.Network;
using Cifra.Reporting.Charts;

namespace Cifra.Reporting.Sections;

/// <summary>The learning curves: loss and accuracy over the epochs, in training and on held-out pictures.</summary>
internal static class LearningSection
{
    private const double LogarithmicFrom = 10; // a loss that falls further than this shows nothing of its end on a linear axis
    private const double LeastSpan = 0.005; // of the accuracy's axis

    public static void Write(Markup page, IReadOnlyList<EpochRecord> history)
    {
        Section.Begin(page, "learning", "Learning curves");
        LineSeries[] loss = Series(history, epoch => epoch.TrainLoss, epoch => epoch.ValidationLoss);
        LineSeries[] accuracy = Series(history, epoch => epoch.TrainAccuracy, epoch => epoch.ValidationAccuracy);
        if (loss.Length == 0 && accuracy.Length == 0)
        {
            page.Leaf("p", "The model carries no record of its training.").Close();
            return;
        }

        page.Leaf("p", "Training is measured on the augmented pictures while the network still changes; validation on held-out pictures after each epoch.");
        page.Open("div", ("class", "pair"));
        if (loss.Length > 0)
        {
            WriteLoss(page, loss);
        }

        if (accuracy.Length > 0)
        {
            WriteAccuracy(page, accuracy);
        }

        page.Close();
        WriteTable(page, history);
        page.Close();
    }

    private static LineSeries[] Series(
        IReadOnlyList<EpochRecord> history, Func<EpochRecord, double?> training, Func<EpochRecord, double?> validation)
    {
        LineSeries[] both =
        [
            new("training", "s2", [.. history.Select(epoch => (epoch.Epoch, training(epoch)))]),
            new("validation", "s1", [.. history.Select(epoch => (epoch.Epoch, validation(epoch)))]),
        ];
        return [.. both.Where(series => series.Drawn.Any())];
    }

    private static void WriteLoss(Markup page, LineSeries[] loss)
    {
        double[] values = Values(loss);
        bool powers = values.Min() > 0 && values.Max() / values.Min() > LogarithmicFrom;
        Axis axis = powers ? Axis.Powers(values.Min(), values.Max()) : Axis.Reaching(Math.Min(0, values.Min()), values.Max());
        WriteChart(page, powers ? "Loss (logarithmic)" : "Loss", axis, new ChartText("Loss by epoch", "epoch", Figures.Plain, Figures.Small), loss);
    }

    private static void WriteAccuracy(Markup page, LineSeries[] accuracy)
    {
        double[] values = Values(accuracy);
        Axis axis = Axis.Reaching(Math.Min(values.Min(), values.Max() - LeastSpan), values.Max());
        int decimals = Math.Max(0, axis.Decimals - 2);
        var text = new ChartText("Accuracy by epoch", "epoch", tick => Figures.Percent(tick, decimals), value => Figures.Percent(value));
        WriteChart(page, "Accuracy", axis, text, accuracy);
    }

    private static void WriteChart(Markup page, string name, Axis axis, ChartText text, LineSeries[] series)
    {
        page.Open("figure").Leaf("h3", name);
        SvgLineChart.Write(page, text, axis, series);
        page.Open("figcaption");
        Section.Legend(page, series.Select(line => ($"{line.Name}, {text.Value(line.Drawn.Last().Y)} in the end", line.Style)));
        page.Close().Close();
    }

    private static double[] Values(LineSeries[] series) => [.. series.SelectMany(line => line.Drawn).Select(point => point.Y)];

    private static void WriteTable(Markup page, IReadOnlyList<EpochRecord> history)
    {
        page.Open("details").Leaf("summary", "Every epoch as a table");
        Section.Table(
            page, "Training by epoch", "epoch", "learning rate", "training loss", "training accuracy", "validation loss", "validation accuracy", "time");
        foreach (EpochRecord epoch in history)
        {
            Section.Row(
                page,
                epoch.Epoch.ToString(CultureInfo.InvariantCulture),
                Figures.Small(epoch.LearningRate),
                Figures.Small(epoch.TrainLoss),
                Figures.Percent(epoch.TrainAccuracy),
                epoch.ValidationLoss is { } loss ? Figures.Small(loss) : Figures.None,
                Figures.Percent(epoch.ValidationAccuracy),
                Figures.Duration(epoch.Seconds));
        }

        page.Close().Close().Close().Close();
    }
}
