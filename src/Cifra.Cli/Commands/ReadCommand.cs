using System.CommandLine;
using Cifra.Cli.Batch;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Formats.Png;
using Cifra.Imaging.Steps;
using Cifra.Network.Digits;
using Cifra.Reading;
using Cifra.Reading.Output;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra read</c>: reads the numbers in pictures.</summary>
internal static class ReadCommand
{
    public static Command Create(Shell shell, CancellationToken cancellation)
    {
        var images = new Argument<string[]>("IMAGE")
        {
            Description = "Pictures (PNG, JPEG, BMP, PNM), or folders, which are searched recursively. - reads one picture from standard input; "
                + "@list.txt is a file with a path on each line.",
            Arity = ArgumentArity.OneOrMore,
        };
        CommonOptions.RefuseOptions(images);
        var kind = new KindArguments();
        var model = new Option<string?>("--model")
        {
            Description = "Network for single digits: field (default) or mnist, which ship inside, or a file. With --as number and without --lines, naming one "
                + "disables line recognition: digits must not touch. Fields, forms and cheques are read as lines all the same. "
                + "With --as plate: network for plates.",
            HelpName = "MODEL",
        };
        var annotate = new Option<string?>("--annotate")
        {
            Description = "Draw boxes and values on the picture and write it as PNG; - for standard output. With several pictures: a folder for them.",
            HelpName = "OUT",
        };
        var explain = new Option<string?>("--explain")
        {
            Description = "Write the picture after each preprocessing step as a numbered PNG, and explain.html with the reason of each step. "
                + "With several pictures: a folder for each.",
            HelpName = "DIR",
        };
        Option<double?> maxError = MaxErrorOption.One(
            "Accept a number only if, by held-out data, at most this share of such numbers is wrong (0.001: one in a thousand); all others are unsure.");
        var failOnUnsure = new Option<bool>("--fail-on-unsure") { Description = $"Exit with {ExitCodes.Refused} if a number is unsure or not a digit." };
        var batch = new Option<string?>("--out")
        {
            Description = "Write a line per picture to this file instead of printing: JSON, or CSV if its name ends in .csv. The same command resumes it.",
            HelpName = "FILE",
        };
        Option<int> threads = CommonOptions.Threads();
        threads.Description = "Number of pictures read at once with --out.";
        Option<bool> json = CommonOptions.Json();

        var command = new Command(
            "read",
            """
            Read the numbers in pictures: single digits or lines of digits, touching or apart, in scans, drawings and photos.

            Examples:
              cifra read form.png
              cifra read scans/*.jpg --json
              cifra read photo.jpg --annotate seen.png
              cifra read photo.jpg --explain steps
              cat digit.png | cifra read - --as digit
              cifra read @list.txt --json --fail-on-unsure
              cifra read cheque.png --max-error 0.001
              cifra read amount.png --as amount            (one field, read within a grammar)
              cifra read envelope.jpg --as zip             (the postcode, on an envelope or alone; zip:de and others)
              cifra read slip.png --as amount --expect amounts.txt
              cifra read page.jpg --form delivery-note.json
              cifra read puzzle.jpg --form sudoku
              cifra read street.jpg --as plate --region us
              cifra read scans/ --out results.jsonl
              cifra read scans/ more/ @list.txt --out results.csv --threads 4

            A picture that cannot be read is reported, and the others are read.

            With --out, a line is written as soon as its picture is done, with the SHA-256 of the picture's content. After any interruption the same command
            resumes: it skips pictures whose content is in the file, and tries failed ones again.
            """)
        {
            images, model, annotate, explain, maxError, failOnUnsure, batch, threads, json,
        };
        foreach (Option option in kind.All)
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(batch) is { } file
                && Objection(file, result.GetValue(annotate), result.GetValue(explain), result.GetValue(images) ?? []) is { } objection)
            {
                result.AddError(objection);
            }
        });
        command.SetAction(args =>
        {
            PictureChoice pictures = kind.Read(args, args.GetValue(model));
            return Run(
                new ReadArguments(
                    [.. args.GetRequiredValue(images).SelectMany(PictureInputs.Expand)],
                    pictures,
                    args.GetValue(maxError),
                    args.GetValue(annotate),
                    args.GetValue(explain),
                    args.GetValue(failOnUnsure),
                    args.GetValue(json))
                {
                    Out = args.GetValue(batch),
                    Threads = args.GetValue(threads),
                },
                CommonOptions.OpenModel(pictures.Model, threads: 1),
                shell,
                cancellation);
        });
        return command;
    }

    internal static int Run(ReadArguments request, DigitClassifier classifier, Shell shell, CancellationToken cancellation)
    {
        if (request.Out is not null)
        {
            return ReadBatch.Run(request, classifier, shell, cancellation);
        }

        IPictureReader reader = request.Pictures.Open(classifier, request.MaxError);
        var declined = new DeclinedPromises(reader, shell.Error);
        var annotated = new AnnotatedNames(request.Annotate, request.Images.Count);
        var explanation = new InkExplanation(request.Explain, request.Images.Count);
        Shell talk = shell.BesideDocument(request.Annotate == "-");
        int failed = 0;
        bool refused = false;
        foreach (string image in request.Images)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                Imaging.ColorImage picture = Load(image, reader.Options, shell, cancellation);
                InkTrace? trace = explanation.NextTrace();
                PictureReading reading;
                try
                {
                    reading = reader.Read(new ReadRequest(picture) { Name = image, Trace = trace }, cancellation);
                }
                finally
                {
                    explanation.Write(talk, image, trace); // where a form was not found, above all
                }

                declined.Tell(reading);
                refused |= reading.Numbers.Any(number => number.Decision != Decision.Accept);
                if (request.Json)
                {
                    talk.Output.WriteLine(ReadingJson.Of(image, reader.Networks, reading));
                }
                else
                {
                    ReadingText.Write(talk.Output, image, reading);
                }

                if (annotated.Next(image) is { } target)
                {
                    talk.Write(target, PngEncoder.Encode(Annotator.Annotate(picture, reading)));
                }
            }
            catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                failed++;
                shell.Error.WriteLine($"cifra: {e.Message}");
            }
        }

        return failed == request.Images.Count ? ExitCodes.InputUnreadable
            : failed > 0 ? ExitCodes.SomeInputsFailed
            : refused && request.FailOnUnsure ? ExitCodes.Refused
            : ExitCodes.Done;
    }

    private static Imaging.ColorImage Load(string image, ReadingOptions options, Shell shell, CancellationToken cancellation)
    {
        if (image != "-")
        {
            return PictureFile.Load(image, options.Limits, options.Formats, cancellation);
        }

        using Stream input = shell.Input();
        return PictureFile.Load(input, "standard input", options.Limits, options.Formats, cancellation);
    }

    private static string? Objection(string file, string? annotate, string? explain, string[] images) => file == "-"
        ? "--out takes a file, because it resumes from it; --json prints lines to standard output."
        : annotate is not null
        ? "--annotate does not go with --out."
        : explain is not null
        ? "--explain does not go with --out."
        : images.Contains("-")
        ? "--out resumes by file content, so it cannot read standard input."
        : null;
}
