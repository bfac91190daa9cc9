using System.Globalization;
using System.Text.Json;
using Cifra.Evaluation;
using Cifra.Imaging.Repair;

namespace Cifra.Reporting;

/// <summary>What was repaired, as one line of text and in JSON.</summary>
/// <remarks>In JSON <c>repair</c> holds <c>images</c>, <c>repaired</c> and <c>steps</c>: a number for each step, by its name.</remarks>
public static class RepairText
{
    /// <summary>"repaired  120 of 2000 pictures (paper subtracted 80, median 3x3 41)", without an end of line; empty where no picture was.</summary>
    public static string Line(RepairReport? repair)
    {
        if (repair is not { Repaired: > 0 })
        {
            return "";
        }

        string steps = string.Join(", ", repair.Steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"{Name(step.Key)} {step.Value}")));
        return string.Create(CultureInfo.InvariantCulture, $"repaired  {repair.Repaired} of {repair.Images} pictures ({steps})");
    }

    /// <summary>"squeezed  digits that fill a square frame, to 65 % of their width", without an end of line.</summary>
    public static string Squeezed(double width) =>
        string.Create(CultureInfo.InvariantCulture, $"squeezed  digits that fill a square frame, to {100 * width:F0} % of their width");

    /// <summary>Writes the field into an object that the caller has begun and ends; nothing where the pictures were not looked at.</summary>
    internal static void WriteField(Utf8JsonWriter json, RepairReport? repair)
    {
        if (repair is null)
        {
            return;
        }

        json.WriteStartObject("repair");
        json.WriteNumber("images", repair.Images);
        json.WriteNumber("repaired", repair.Repaired);
        json.WriteStartObject("steps");
        foreach ((RepairStep step, int count) in repair.Steps)
        {
            json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(step.ToString()), count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Name(RepairStep step) => step switch
    {
        RepairStep.TurnBack => "negative turned back",
        RepairStep.Paper => "paper subtracted",
        RepairStep.FinePaper => "uneven paper subtracted",
        RepairStep.Median => "median 3x3",
        RepairStep.Specks => "specks removed",
        RepairStep.Smooth => "smoothed",
        RepairStep.SmoothMore => "smoothed further",
        RepairStep.Patches => "like patches averaged",
        RepairStep.CoarsePatches => "roughly like patches averaged",
        RepairStep.ThinStrokes => "strokes below 2 pixels removed",
        RepairStep.ThinnerThanThree => "strokes below 3 pixels removed",
        RepairStep.SmallParts => "small parts removed",
        RepairStep.Fill => "gaps of 1 pixel filled",
        RepairStep.FillMore => "gaps of 2 pixels filled",
        RepairStep.Frame => "fitted into MNIST's frame",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Not a step of repair."),
    };
}
