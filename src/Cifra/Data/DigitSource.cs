using Cifra.Data.Formats;

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
    /// <exception cref="IOException">There is no such file or folder, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="InvalidDataException">Its content is not of any kind above, or damaged; the message says which file, where, and how.</exception>
    public static DigitData Open(string set, DigitSourceOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(set);
        options ??= new DigitSourceOptions();
        return set switch
        {
            "mnist" => OpenMnist(options),
            "drawn" => OpenDrawn(options),
            _ when Directory.Exists(set) => OpenFolder(set, options),
            _ when File.Exists(set) => OpenFile(set, options),
            _ => throw new FileNotFoundException(
                $"There is no data set '{set}'. It takes mnist, drawn, a folder of IDX files, a folder of pictures with sub-folders 0 to 9, "
                + "a Kaggle CSV or an .npz file.", set),
        };
    }

    private static DigitData OpenMnist(DigitSourceOptions options)
    {
        PictureStack? train = options.Part == DigitPart.Test ? null : Mnist.Read(options.Mnist, "train");
        PictureStack? test = options.Part == DigitPart.Train ? null : Mnist.Read(options.Mnist, "t10k");
        return Pair("mnist", (train, test), options);
    }

    private static DigitData OpenDrawn(DigitSourceOptions options)
    {
        DigitSet? train = options.Part == DigitPart.Test ? null : DrawnDigits.Create(DrawnTrain, DrawnTrainSeed);
        DigitSet? test = options.Part == DigitPart.Train ? null : DrawnDigits.Create(DrawnTest, DrawnTestSeed);
        return new DigitData("drawn", train, test, []);
    }

    private static DigitData OpenFolder(string folder, DigitSourceOptions options)
    {
        if (IdxFolder.Recognizes(folder))
        {
            return Pair(folder, IdxFolder.Load(folder, options.Part, options.Limits), options);
        }

        if (PictureFolder.Recognizes(folder))
        {
            (DigitSet set, IReadOnlyList<LoadFailure> failures) = PictureFolder.Load(folder, folder, options);
            return new DigitData(folder, set, null, failures);
        }

        throw BadData.At(
            folder, "content", "IDX files (NAME-images-idx3-ubyte with NAME-labels-idx1-ubyte, plain or .gz) or sub-folders 0 to 9", "neither");
    }

    private static DigitData OpenFile(string path, DigitSourceOptions options)
    {
        if (IsNpz(path))
        {
            return Pair(path, NpzFile.Load(path, options.Part, options.Limits), options);
        }

        // Kaggle's file without labels is its test part.
        PictureStack stack = KaggleCsv.Load(path, options.Limits);
        return Pair(path, stack.Labels is null ? (null, stack) : (stack, null), options);
    }

    private static DigitData Pair(string name, (PictureStack? Train, PictureStack? Test) parts, DigitSourceOptions options) =>
        new(name, parts.Train?.ToDigitSet(options.Normalize), parts.Test?.ToDigitSet(options.Normalize), []);

    private static bool IsNpz(string path)
    {
        using FileStream file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        int read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return NpzFile.Recognizes(head[..read]);
    }
}
