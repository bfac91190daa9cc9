using Cifra.Data.Micr;
using Cifra.Reading.Micr;

namespace Cifra.Data.Cheques;

/// <summary>What stands on a drawn cheque.</summary>
internal sealed record ChequeText
{
    /// <summary>The amount in figures, as it is written: digits and the signs <c>. , - /</c>.</summary>
    public required string Amount { get; init; }

    /// <summary>The date, as it is written.</summary>
    public required string Date { get; init; }

    /// <summary>The first eight digits of the bank's routing number; the check digit is added.</summary>
    public required string Routing { get; init; }

    /// <summary>The account's digits.</summary>
    public required string Account { get; init; }

    /// <summary>The cheque's number.</summary>
    public required string Number { get; init; }

    /// <summary>The amount in cents that is encoded in magnetic ink, ten digits; null where none is.</summary>
    public string? Encoded { get; init; }

    /// <summary>The line of magnetic ink, in the notation of docs/cheques.md.</summary>
    public string Line
    {
        get
        {
            string routing = Routing + MicrText.RoutingCheck(Routing);
            string amount = Encoded is null ? "" : $" {MicrFace.Amount}{Encoded}{MicrFace.Amount}";
            return $"{MicrFace.Transit}{routing}{MicrFace.Transit} {Account}{MicrFace.OnUs} {Number}{amount}";
        }
    }
}
