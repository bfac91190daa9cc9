using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Reading;

/// <summary>The held-out pictures by confidence, the surest first, as far as their errors tell it.</summary>
internal sealed class HeldOutRanking(HeldOutScores scores)
{
    private const long MostPictures = 1_000_000_000; // a need beyond this is none that can be met

    /// <summary>Pictures in it: those that were not refused as no digit.</summary>
    public int Count => scores.Pictures - scores.Refused;

    /// <summary>Errors among that many of the surest pictures; where that cuts through equally sure ones, all errors of theirs.</summary>
    public int ErrorsAmong(int pictures)
    {
        int errors = 0;
        while (errors < scores.Errors.Count && scores.Errors[errors].Above < pictures)
        {
            errors++;
        }

        return errors;
    }

    /// <summary>
    /// How many of the surest pictures a walk begins with: the first number from <paramref name="least"/> on at which one more error is allowed, or else the last before.
    /// It depends on no label. Where the pictures are too few even without an error, <paramref name="least"/>.
    /// </summary>
    public int Start(int least, double rate)
    {
        int allowed = Allowed(least, rate);
        long next = ClopperPearson.TrialsFor(allowed + 1, rate);
        return next <= Count ? (int)next
            : allowed >= 0 ? (int)ClopperPearson.TrialsFor(allowed, rate)
            : least;
    }

    /// <summary>Takes picture after picture as long as the upper bound of the error stays within the rate.</summary>
    /// <returns>What is accepted in the end, and the confidence that all of it is above; null where the bound is too high at once.</returns>
    public (double Threshold, int Accepted, int Errors)? WalkDown(int start, double rate)
    {
        (double Threshold, int Accepted, int Errors)? end = null;
        int errors = ErrorsAmong(start);
        int pictures = start;
        while (ClopperPearson.Bounded(errors, pictures, rate))
        {
            if (errors == scores.Errors.Count)
            {
                // Below the last error that is kept there may be others: then the walk ends above it.
                return errors == scores.Misread ? (0, Count, errors) : end;
            }

            HeldOutError next = scores.Errors[errors];
            end = (next.Confidence, next.Above, errors);
            pictures = next.Above;
            while (errors < scores.Errors.Count && scores.Errors[errors].Confidence == next.Confidence)
            {
                errors++;
                pictures++;
            }
        }

        return end;
    }

    /// <summary>Held-out pictures that would do if errors and coverage stayed as they are; null where none would.</summary>
    public long? NeededPictures(int pictures, double rate)
    {
        int errors = ErrorsAmong(pictures);
        double share = (double)errors / pictures;
        if (pictures == 0 || share >= rate)
        {
            return null;
        }

        // Enough is a number that allows the errors expected of it. The more errors are allowed, the closer their share comes to the rate.
        bool Enough(int count) => share * ClopperPearson.TrialsFor(count, rate) <= count;
        int low = -1;
        int high = 0;
        while (!Enough(high))
        {
            low = high;
            high = (2 * high) + 1;
            if (high / rate > MostPictures)
            {
                return null;
            }
        }

        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = Enough(middle) ? (low, middle) : (middle, high);
        }

        return (long)Math.Ceiling(ClopperPearson.TrialsFor(high, rate) * ((double)scores.Pictures / pictures));
    }

    // The most errors among that many pictures whose upper bound is within the rate; −1 where it is not even with none.
    private static int Allowed(int pictures, double rate)
    {
        int low = -1;
        int high = pictures;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = ClopperPearson.Bounded(middle, pictures, rate) ? (middle, high) : (low, middle);
        }

        return low;
    }
}
