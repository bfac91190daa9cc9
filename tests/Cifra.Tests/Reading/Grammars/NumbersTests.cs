using System.Globalization;
using System.Numerics;
using Cifra.Numerics;
using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Grammars;

public sealed class NumbersTests
{
    // Published examples; where they are short, the sum is beside them.
    [Theory]
    [InlineData("luhn", "4111 1111 1111 1111", "4111111111111111")]
    [InlineData("luhn:11", "79927398713", "79927398713")]
    [InlineData("luhn:2-4", "18", "18")] // 1 doubled is 2, and 8
    [InlineData("mod11:10", "0-306-40615-2", "0306406152")]
    [InlineData("mod11:10", "0-8044-2957-X", "080442957X")]
    [InlineData("mod11:8", "0378-5955", "03785955")]
    [InlineData("mod11:8", "2434-561X", "2434561X")]
    [InlineData("mod11:11,7", "8601.11.17947", "86011117947")] // 8·5+6·4+0·3+1·2+1·7+1·6+1·5+7·4+9·3+4·2 = 147, and 147+7 = 14·11
    [InlineData("mod97:5", "79444", "79444")] // 819·97 + 1
    [InlineData("aba", "011000015", "011000015")]
    [InlineData("aba", "0210-0002-1", "021000021")]
    [InlineData("aba", "122105155", "122105155")]
    [InlineData("iban", "GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432")]
    [InlineData("iban:de", "DE89 3704 0044 0532 0130 00", "DE89370400440532013000")]
    [InlineData("iban:fr", "FR1420041010050500013M02606", "FR1420041010050500013M02606")]
    [InlineData("digits:5", "12-345", "12345")]
    [InlineData("digits", "0", "0")]
    public void Canonical_KnownNumbers_IsWithoutMarks(string name, string text, string expected)
    {
        Grammar grammar = Grammar.Parse(name);

        Assert.Null(grammar.Objection(text));
        Assert.Equal(expected, grammar.Canonical(text));
    }

    [Theory]
    [InlineData("luhn", "4111111111111112", "the check digit (Luhn) is wrong")]
    [InlineData("luhn", "411111111111", "12 digits are too few; it has 13 to 19")]
    [InlineData("mod11:10", "0306406153", "the check digit (mod 11) is wrong")]
    [InlineData("mod11:10", "030640615", "it ends too early: a digit, X, a space, '.' or '-' belongs after '030640615'")]
    [InlineData("mod97:5", "79445", "the check digit (mod 97) is wrong")]
    [InlineData("aba", "011000016", "the check digit (3-7-1) is wrong")]
    [InlineData("aba", "131000010", "routing numbers begin with 00-12, 21-32, 61-72 or 80")]
    [InlineData("aba", "01100001", "8 digits are too few; it has 9")]
    [InlineData("iban", "GB83 WEST 1234 5698 7654 32", "the check digit (mod 97) is wrong")]
    [InlineData("digits:5", "1234A", "'A' is no digit")]
    [InlineData("digits:4-6", "1", "1 digit is too few; it has 4 to 6")]
    [InlineData("digits:4-6", "1234567", "7 digits are too many; it has 4 to 6")]
    [InlineData("digits:3-", "12", "2 digits are too few; it has at least 3")]
    [InlineData("digits:3", "12-3-", "nothing may follow '12-3'")]
    [InlineData("digits:3", "12--3", "'-' in place 4, where a digit belongs")]
    public void Objection_WrongNumbers_SaysWhy(string name, string text, string expected) =>
        Assert.Equal(expected, Grammar.Parse(name).Objection(text));

    [Fact]
    public void Luhn_AllNumbersOfFourDigits_AsTheSumFromTheRight()
    {
        Grammar grammar = Grammar.Luhn(4, 4);
        for (int number = 0; number < 10000; number++)
        {
            string text = number.ToString("D4", CultureInfo.InvariantCulture);
            int sum = text.Reverse().Select((c, right) => right % 2 == 0 ? c - '0' : "0246813579"[c - '0'] - '0').Sum();

            Assert.Equal(sum % 10 == 0, grammar.Accepts(text));
        }
    }

    [Fact]
    public void Iban_RandomAccounts_AsTheWholeNumberSays()
    {
        Grammar grammar = Grammar.Iban("nl");
        int members = 0;
        for (int i = 0; i < 1000; i++)
        {
            var random = new SeededRandom(55, i);
            string bank = string.Concat(Enumerable.Range(0, 4).Select(_ => (char)('A' + random.Next(26))));
            string account = bank + string.Concat(Enumerable.Range(0, 10).Select(_ => random.Next(10)));
            string check = random.Next(2, 99).ToString("D2", CultureInfo.InvariantCulture);
            string digits = string.Concat($"{account}NL{check}".Select(c => char.IsAsciiDigit(c) ? $"{c}" : $"{c - 'A' + 10}"));
            BigInteger number = BigInteger.Parse(digits, CultureInfo.InvariantCulture);
            members += number % 97 == 1 ? 1 : 0;

            Assert.Equal(number % 97 == 1, grammar.Accepts($"NL{check}{account}"));
        }

        Assert.InRange(members, 2, 30);
    }

    [Fact]
    public void Start_LastDigitOfACheckedNumber_IsForced()
    {
        GrammarState state = Grammar.RoutingNumber().Start;
        foreach (char symbol in "01100001")
        {
            state = state.After(symbol)!;
        }

        // 3·(0+0+0) + 7·(1+0+1) + (1+0) = 15: only a 5 makes it 20
        Assert.Equal("5", string.Concat("0123456789".Where(digit => state.After(digit) is not null)));
    }
}
