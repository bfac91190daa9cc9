using System.Text.Json;
using Cifra.Evaluation;
using Cifra.Evaluation.Refusals;
using Cifra.Reading;

namespace Cifra.Reporting.Json;

/// <summary>What an evaluation says about refusing, for machines.</summary>
/// <remarks>
/// <c>errorReject</c>: points by rising coverage, each <c>coverage</c>, <c>confidence</c>, <c>accepted</c>, <c>errors</c>, <c>error</c>, <c>interval95</c>.
/// With a rate asked for <c>refusal</c>, that of the first; with several <c>refusals</c>, all of them. With non-digits <c>nonDigits</c>.
/// </remarks>
internal static class RefusalJson
{
    public static void WriteFields(Utf8JsonWriter json, EvaluationReport report)
    {
        WriteCurve(json, report.ErrorReject);
        if (report.Refusals.Count > 0)
        {
            json.WritePropertyName("refusal");
            Write(json, report.Refusals[0]);
        }

        if (report.Refusals.Count > 1)
        {
            json.WriteStartArray("refusals");
            foreach (Refusal refusal in report.Refusals)
            {
                Write(json, refusal);
            }

            json.WriteEndArray();
        }

        if (report.NonDigits is { } none)
        {
            WriteNonDigits(json, none);
        }
    }

    internal static void WriteCurve(Utf8JsonWriter json, ErrorRejectCurve curve)
    {
        json.WriteStartArray("errorReject");
        foreach (ErrorRejectPoint point in curve.Points)
        {
            json.WriteStartObject();
            json.WriteNumber("coverage", point.Coverage);
            json.WriteNumber("confidence", point.Confidence);
            json.WriteNumber("accepted", point.Accepted);
            json.WriteNumber("errors", point.Errors);
            json.WriteNumber("error", point.Error);
            json.WriteStartArray("interval95");
            json.WriteNumberValue(point.Lower);
            json.WriteNumberValue(point.Upper);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Refusal refusal)
    {
        SelectiveRiskThreshold promise = refusal.Promise;
        json.WriteStartObject();
        json.WriteNumber("maxError", promise.MaxError);
        json.WriteNumber("coverage", refusal.Coverage);
        json.WriteNumber("errors", refusal.Errors);
        json.WriteNumber("errorUpper95", refusal.ErrorUpper95);
        json.WriteNumber("accepted", refusal.Accepted);
        json.WriteBoolean("promised", promise.Threshold is not null);
        if (promise.Threshold is { } threshold)
        {
            json.WriteNumber("threshold", threshold);
            json.WriteBoolean("held", refusal.Held!.Value);
        }
        else
        {
            json.WriteString("reason", promise.Refusal);
            json.WriteNumber("leastAccepted", promise.LeastAccepted);
            if (promise.NeededPictures is { } needed)
            {
                json.WriteNumber("neededHeldOut", needed);
            }
        }

        json.WriteStartObject("heldOut");
        json.WriteNumber("images", promise.Pictures);
        json.WriteNumber("coverage", promise.Coverage);
        json.WriteNumber("errors", promise.Errors);
        json.WriteNumber("errorUpper95", promise.ErrorUpper95);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNonDigits(Utf8JsonWriter json, NonDigitReport none)
    {
        json.WriteStartObject("nonDigits");
        json.WriteNumber("threshold", none.Threshold);
        json.WriteNumber("digitsRefused", none.DigitsRefused);
        json.WriteStartArray("families");
        foreach (NonDigitScore family in none.Families)
        {
            json.WriteStartObject();
            json.WriteString("name", family.Name);
            json.WriteBoolean("trained", family.Trained);
            json.WriteNumber("pictures", family.Pictures);
            json.WriteNumber("refused", family.Share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
