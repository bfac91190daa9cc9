using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Reading;

/// <summary>The held-out pictures ranked by confidence, the highest first. Only the places of the errors are known.</summary>
internal sealed class HeldOutRanking(HeldOutScores scores)
{
    private const long MostPictures = 1_000_000_000; // larger samples are not to be had

    /// <summary>Number of ranked pictures: all but those refused as no digit.</summary>
    public int Count => scores.Pictures - scores.Refused;

    /// <summary>
    /// Number of errors among the first <paramref name="pictures"/> of the ranking. Where these end among pictures of one confidence, all errors of that
    /// confidence count.
    /// </summary>
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
    /// How many pictures a walk starts with: the first number from <paramref name="least"/> on at which one error more is allowed. If the ranking is too
    /// short for that, the last such number below; if not even that exists, <paramref name="least"/> itself. It depends on no label.
    /// </summary>
    public int Start(int least, double rate)
    {
        int allowed = Allowed(least, rate);
        long next = ClopperPearson.TrialsFor(allowed + 1, rate);
        return next <= Count ? (int)next
            : allowed >= 0 ? (int)ClopperPearson.TrialsFor(allowed, rate)
            : least;
    }

    /// <summary>Takes picture after picture while the upper bound of the error stays within the rate.</summary>
    /// <returns>The confidence that all accepted pictures are above, their number and their errors; null where the bound is too high at the start.</returns>
    public (double Threshold, int Accepted, int Errors)? WalkDown(int start, double rate)
    {
        (double Threshold, int Accepted, int Errors)? end = null;
        int errors = ErrorsAmong(start);
        int pictures = start;
        while (ClopperPearson.Bounded(errors, pictures, rate))
        {
            if (errors == scores.Errors.Count)
            {
                // Only the first errors are recorded. If there are more, the walk ends above the last that is known.
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

    /// <summary>
    /// How many held-out pictures it would take, with errors as frequent and coverage as large as at <paramref name="pictures"/>; null where no number
    /// would do.
    /// </summary>
    public long? NeededPictures(int pictures, double rate)
    {
        int errors = ErrorsAmong(pictures);
        double share = (double)errors / pictures;
        if (pictures == 0 || share >= rate)
        {
            return null;
        }

        // Enough: the sample that allows this many errors has no more to be expected. The more errors are allowed, the closer their share comes to the rate.
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

    // The most errors among that many pictures whose upper bound is within the rate; −1 where even none are too many.
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
