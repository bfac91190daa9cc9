using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Cifra.Cli.Commands;
using Cifra.Cli.Terminal;
using Cifra.Network.Digits;
using Cifra.Reading;
using Cifra.Reading.Output;

namespace Cifra.Cli.Batch;

/// <summary><c>cifra read … --out FILE</c>: reads many pictures into a file, several at a time, and resumes after an interruption.</summary>
internal static class ReadBatch
{
    public static int Run(ReadArguments request, DigitClassifier classifier, Shell shell, CancellationToken cancellation)
    {
        string path = request.Out!;
        string[] pictures = [.. request.Images.Distinct(StringComparer.Ordinal)];
        BatchFormat format = BatchFormat.Of(path, request.Pictures.Kind.Form);
        IPictureReader reader = request.Pictures.Open(classifier, request.MaxError);
        var declined = new DeclinedPromises(reader, shell.Error);
        var line = new ProgressLine(shell);
        var tally = new BatchTally(pictures.Length, line);
        var turn = new Lock();
        using (BatchFile file = BatchFile.Open(path, format, reader.Networks, pictures.ToHashSet(StringComparer.Ordinal)))
        {
            void Do(string picture)
            {
                Outcome outcome = Read(picture, reader, file.Done, cancellation);
                lock (turn)
                {
                    Write(outcome, picture, file, format, reader.Networks, tally);
                    if (outcome.Reading is { } reading)
                    {
                        declined.Tell(reading);
                    }
                }
            }

            try
            {
                ForEach(pictures, request.Threads, Do, cancellation);
            }
            finally
            {
                line.Clear();
                Tell(path, tally, shell, request.Json);
            }
        }

        return tally.Errors.Count == pictures.Length ? ExitCodes.InputUnreadable
            : tally.Errors.Count > 0 ? ExitCodes.SomeInputsFailed
            : tally.Unsure > 0 && request.FailOnUnsure ? ExitCodes.Refused
            : ExitCodes.Done;
    }

    // The result for a picture: an earlier line, a reading, or an error.
    private sealed record Outcome(string Sha256, BatchEntry? Before, PictureReading? Reading, string? Error);

    private static Outcome Read(string picture, IPictureReader reader, DonePictures done, CancellationToken cancellation)
    {
        try
        {
            using FileStream stream = File.OpenRead(picture);
            string sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
            if (done.Take(picture, sha256) is { } before)
            {
                return new Outcome(sha256, before, null, null);
            }

            stream.Seek(0, SeekOrigin.Begin);
            return new Outcome(sha256, null, reader.Read(new ReadRequest(stream) { Name = picture }, cancellation), null);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new Outcome("", null, null, e.Message);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            // A defect that one picture triggers must not keep the others from being read.
            return new Outcome("", null, null, $"{picture}: internal error, please report it: {e.GetType().Name}: {e.Message}");
        }
    }

    private static void Write(Outcome outcome, string picture, BatchFile file, BatchFormat format, ReadingNetworks networks, BatchTally tally)
    {
        if (outcome.Before is { } before)
        {
            tally.AddSkipped(before.Unsure);
        }
        else if (outcome.Reading is { } reading)
        {
            file.Append(format.Lines.Line(picture, networks, reading, outcome.Sha256));
            tally.AddRead(reading.Numbers.Any(number => number.Decision != Decision.Accept));
        }
        else
        {
            file.Append(format.Lines.Failure(picture, outcome.Error!));
            tally.AddError(outcome.Error!);
        }
    }

    // Pictures are started in order. A failure of the file itself ends the batch.
    private static void ForEach(string[] pictures, int threads, Action<string> work, CancellationToken cancellation)
    {
        try
        {
            Parallel.ForEach(
                Partitioner.Create(pictures, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
                work);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    private static void Tell(string path, BatchTally tally, Shell shell, bool json)
    {
        foreach (string error in tally.Errors)
        {
            shell.Error.WriteLine($"cifra: {error}");
        }

        shell.Error.WriteLine($"{path}: {tally}");
        if (json)
        {
            JsonLine.Write(shell.Output, document =>
            {
                document.WriteString("out", path);
                document.WriteNumber("read", tally.Read);
                document.WriteNumber("skipped", tally.Skipped);
                document.WriteNumber("failed", tally.Errors.Count);
                document.WriteNumber("unsure", tally.Unsure);
                document.WriteNumber("seconds", Math.Round(tally.Seconds, 3));
            });
        }
    }
}
