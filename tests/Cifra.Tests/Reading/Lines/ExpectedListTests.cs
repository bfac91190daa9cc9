using System.Globalization;
using Cifra.Data;
using Cifra.Data.Lines;
using Cifra.Data.Mnist;
using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network.Lines;
using Cifra.Network.Models;
using Cifra.Numerics;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Tests.Reading.Lines;

/// <summary>Measures what each prior of a grammar violation accepts.</summary>
/// <remarks>
/// Runs only where it is asked for: docs/decisions/0014-grammar-violations.md has the command and the result.
/// The fields are composed of the 5,000 training digits that were held out from the shipped networks. MNIST's test pictures choose nothing.
/// </remarks>
public sealed class ExpectedListTests
{
    private const int Fields = 400;
    private const int HeldOut = 5000; // as cifra train holds them out
    private const long SplitSeed = 1;
    private const int Listed = 10;
    private const int Width = 256;

    /// <summary>
    /// Prints for several priors: of fields whose text is listed, how many are accepted, right and wrong; of fields whose text is not listed, how many are
    /// accepted all the same.
    /// </summary>
    [Fact(Explicit = true)]
    public void Read_ComposedFields_TellsWhatEachPriorAccepts()
    {
        double[] priors = [0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 0.0001, 0];
        int[,] counts = new int[priors.Length, 5];
        DigitSet heldOut = StratifiedSplit.Split(MnistData.LoadTrain(new MnistLocation { DataDir = SharedData.Mnist }), HeldOut, SplitSeed).Held;
        var drawer = new LineDrawer(heldOut, new LineOptions(), Width);
        var turn = new Lock();
        int fields = 0;
        Parallel.For(0, Fields, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            byte[] picture = new byte[Width * LineNormalizer.Height];
            string digits = string.Concat(drawer.Draw(picture, seed: 91, 0, i).Where(char.IsAsciiDigit));
            if (digits.Length < 3)
            {
                return;
            }

            var random = new SeededRandom(92, i);
            string[] others = [.. Enumerable.Range(0, Listed).Select(_ => string.Concat(digits.Select(_ => (char)('0' + random.Next(10)))))];
            int place = random.Next(digits.Length);
            string near = digits[..place] + (char)('0' + ((digits[place] - '0' + 1 + random.Next(9)) % 10)) + digits[(place + 1)..];
            var line = new GrayImage(Width, LineNormalizer.Height, picture);
            LineReading listed = Decode(line, [digits, .. others]);
            LineReading unlisted = Decode(line, [.. others.Where(other => other != digits), "0"]);
            LineReading nearly = Decode(line, [near, .. others.Where(other => other != digits)]);
            lock (turn)
            {
                fields++;
                for (int s = 0; s < priors.Length; s++)
                {
                    bool accepted = Probability(listed, priors[s]) >= 0.5;
                    counts[s, 0] += accepted && listed.Answers[0].Digits == digits ? 1 : 0;
                    counts[s, 1] += accepted && listed.Answers[0].Digits != digits ? 1 : 0;
                    counts[s, 2] += Probability(unlisted, priors[s]) >= 0.5 ? 1 : 0;
                    counts[s, 3] += Probability(nearly, priors[s]) >= 0.5 ? 1 : 0;
                }
            }
        });
        for (int s = 0; s < priors.Length; s++)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"prior {priors[s]}: of {fields} listed {counts[s, 0]} accepted right, {counts[s, 1]} wrong; "
                    + $"not listed {counts[s, 2]} accepted; one digit off {counts[s, 3]} accepted"));
        }
    }

    private static LineReading Decode(GrayImage line, IEnumerable<string> texts)
    {
        static Grammar Exactly(string text) => Grammar.Pattern(string.Join("[., /$#=*:-]*", text.Select(c => c.ToString()).Prepend("").Append("")));
        return new LineDecoder(
            Pretrained.Lines,
            (pixels, probabilities, notADigit) => Pretrained.Field.Probabilities(pixels, probabilities, notADigit),
            Grammar.AnyOf([.. texts.Distinct().Select(Exactly)])).Decode(line);
    }

    // The probability of the best answer with that prior of a violation.
    private static double Probability(LineReading reading, double prior)
    {
        if (reading.Answers.Count == 0)
        {
            return 0;
        }

        double within = reading.Answers.Aggregate(Ctc.Never, (sum, answer) => Ctc.Sum(sum, answer.Value));
        double without = reading.Refused.Aggregate(Ctc.Never, (sum, answer) => Ctc.Sum(sum, answer.Value));
        return Math.Exp(reading.Answers[0].Value - (prior == 0 ? within : Ctc.Sum(within, without + Math.Log(prior))));
    }
}
