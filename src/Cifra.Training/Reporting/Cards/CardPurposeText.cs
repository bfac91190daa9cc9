using System.Text;
using System.Text.Json;

namespace Cifra.Reporting.Cards;

/// <summary>The part of a model's card that says what the network is for, what it is not for, and on what terms it may be used.</summary>
internal static class CardPurposeText
{
    private const string Drawn = "drawn";
    private const string Mnist = "mnist";

    public static void Write(StringBuilder text, JsonElement card)
    {
        JsonElement training = card.GetProperty("training");
        bool scenes = training.GetProperty("settings").EnumerateArray()
            .Any(recipe => recipe.TryGetProperty("sceneShare", out JsonElement share) && share.GetDouble() > 0);
        ModelCardText.Line(
            text,
            "## Intended use and limits",
            "",
            scenes
                ? "- For single handwritten or printed digits 0 to 9 in pictures of forms, envelopes and photos, found and normalized by this library."
                : "- For single handwritten digits 0 to 9 that are normalized as MNIST's: bright ink on black, fitted into 20x20, centred by mass in 28x28. "
                    + "For pictures as they come from a camera or a scanner, take a network that was trained on scenes.",
            card.GetProperty("network").GetProperty("knowsNonDigits").GetBoolean()
                ? "- It has an answer for what is no digit, and that answer errs too: letters that look like digits are read as digits."
                : "- It knows nothing but digits: what is none it can only refuse for want of confidence.",
            "- A promise holds for digits like those held out from its training. Other pens, countries, cameras and forms are other digits: "
                + "measure on your own before you rely on it.",
            "- Not for decisions about people that nobody checks, such as signatures, marks or medical records.",
            "",
            "## Licence",
            "",
            "The network and this card are under the MIT licence, as the library is. " + Terms(ModelCardText.Text(training, "data")),
            "");
    }

    internal static string Terms(string data) => data switch
    {
        Mnist => "MNIST itself, of which neither holds more than the failures shown below, was made by Yann LeCun, Corinna Cortes and Christopher Burges from "
            + "NIST's Special Databases 1 and 3, and is offered under the Creative Commons Attribution-Share Alike 3.0 licence.",
        Drawn => "The digits that it learned from were drawn by the library itself.",
        _ => "The data that it learned from has terms of its own.",
    };
}
