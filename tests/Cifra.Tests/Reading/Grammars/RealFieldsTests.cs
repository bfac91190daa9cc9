using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Grammars;

/// <summary>What stands on real cheques and plates is in the grammars meant for it.</summary>
public sealed class RealFieldsTests
{
    [Theory]
    [InlineData("real/cheques-us-dev", "amount", "amount")]
    [InlineData("real/cheques-us-dev", "date", "date:mdy")]
    [InlineData("real/cheques-in-dev", "amount_digits", "amount:lakhs")]
    [InlineData("real/cheques-in-dev", "date_ddmmyyyy", "date:ddmmyyyy")]
    [InlineData("real/plates-us-dev", "text", "plate:us")]
    [InlineData("real/orand-car-a-dev", "digits", "amount:whole")]
    public void Accepts_TruthOfRealFields_All(string folder, string column, string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(SharedData.Folder(folder), "truth.csv"));
        int at = Array.IndexOf(lines[0].Split(','), column);
        Grammar grammar = Grammar.Parse(name);

        Assert.All(lines.Skip(1), line => Assert.Null(grammar.Objection(line.Split(',')[at])));
    }
}
