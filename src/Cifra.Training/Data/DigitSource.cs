using Cifra.Data.Drawn;
using Cifra.Data.Formats;
using Cifra.Data.Mnist;

namespace Cifra.Data;

/// <summary>Opens data sets by the one name that every command takes for them, a SET.</summary>
/// <remarks>
/// A SET is <c>mnist</c>, <c>drawn</c>, a folder of IDX files, a folder of pictures with a sub-folder a class, a Kaggle CSV (plain or gzip) or an
/// .npz of Keras' layout. What a file is, its first bytes decide, not its name. A folder called mnist is opened as <c>./mnist</c>.
/// </remarks>
public static class DigitSource
{
    private const int DrawnTrain = 10_000;
    private const int DrawnTest = 2_000;
    private const long DrawnTrainSeed = 1;
    private const long DrawnTestSeed = 2;

    /// <summary>Opens a data set.</summary>
    /// <param name="set">Which, as above.</param>
    /// <param name="options">Where MNIST lies, what to normalize, what to load; null for the usual.</param>
    /// <param name="cancellation">Stops between two pictures, or between two parts where they need no work.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="IOException">There is no such file or folder, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="InvalidDataException">Its content is not of any kind above, or damaged; the message says which file, where, and how.</exception>
    public static DigitData Open(string set, DigitSourceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(set);
        options ??= new DigitSourceOptions();
        return set switch
        {
            "mnist" => OpenMnist(options, cancellation),
            "drawn" => OpenDrawn(options, cancellation),
            _ when Directory.Exists(set) => OpenFolder(set, options, cancellation),
            _ when File.Exists(set) => OpenFile(set, options, cancellation),
            _ => throw new FileNotFoundException(
                $"There is no data set '{set}'. It takes mnist, drawn, a folder of IDX files, a folder of pictures with sub-folders 0 to 9, "
                + "a Kaggle CSV or an .npz file.", set),
        };
    }

    private static DigitData OpenMnist(DigitSourceOptions options, CancellationToken cancellation)
    {
        PictureStack? train = options.Part == DigitPart.Test ? null : MnistData.Read(options.Mnist, "train");
        cancellation.ThrowIfCancellationRequested();
        PictureStack? test = options.Part == DigitPart.Train ? null : MnistData.Read(options.Mnist, "t10k");
        return Pair("mnist", (train, test), options, cancellation);
    }

    private static DigitData OpenDrawn(DigitSourceOptions options, CancellationToken cancellation)
    {
        DigitSet? train = options.Part == DigitPart.Test ? null : DrawnDigits.Create(DrawnTrain, DrawnTrainSeed);
        cancellation.ThrowIfCancellationRequested();
        DigitSet? test = options.Part == DigitPart.Train ? null : DrawnDigits.Create(DrawnTest, DrawnTestSeed);
        return new DigitData("drawn", train, test, []);
    }

    private static DigitData OpenFolder(string folder, DigitSourceOptions options, CancellationToken cancellation)
    {
        if (IdxFolder.Recognizes(folder))
        {
            return Pair(folder, IdxFolder.Load(folder, options.Part, options.Limits), options, cancellation);
        }

        if (PictureFolder.Recognizes(folder))
        {
            (DigitSet set, IReadOnlyList<LoadFailure> failures) = PictureFolder.Load(folder, folder, options, cancellation);
            return new DigitData(folder, set, null, failures);
        }

        throw InvalidData.At(
            folder, "content", "IDX files (NAME-images-idx3-ubyte with NAME-labels-idx1-ubyte, plain or .gz) or sub-folders 0 to 9", "neither");
    }

    private static DigitData OpenFile(string path, DigitSourceOptions options, CancellationToken cancellation)
    {
        if (IsNpz(path))
        {
            return Pair(path, NpzFile.Load(path, options.Part, options.Limits), options, cancellation);
        }

        // Kaggle's file without labels is its test part.
        PictureStack stack = KaggleCsv.Load(path, options.Limits);
        return Pair(path, stack.Labels is null ? (null, stack) : (stack, null), options, cancellation);
    }

    private static DigitData Pair(
        string name, (PictureStack? Train, PictureStack? Test) parts, DigitSourceOptions options, CancellationToken cancellation) => new(
            name,
            parts.Train?.ToDigitSet(options.Normalize, options.KeepAspect, cancellation),
            parts.Test?.ToDigitSet(options.Normalize, options.KeepAspect, cancellation),
            []);

    private static bool IsNpz(string path)
    {
        using FileStream file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        int read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return NpzFile.Recognizes(head[..read]);
    }
}
