using System.CommandLine;
using System.Globalization;
using System.Text;
using Cifra.Cli.Terminal;
using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Reporting.Json;
using Cifra.Reporting.Pages;
using Cifra.Reporting.Text;
using Cifra.Training;

namespace Cifra.Cli.Commands;

/// <summary><c>cifra data issues</c>: likely label errors of a training set. The same command again resumes.</summary>
internal static class DataIssuesCommand
{
    public static Command Create(Shell shell, CancellationToken cancellation)
    {
        Option<string> data = CommonOptions.Data();
        Option<string?> dataDir = CommonOptions.DataDir();
        Option<Normalize> normalize = CommonOptions.Normalize();
        Option<int> folds = Folds();
        var recipe = new Option<string>("--recipe")
        {
            Description = "Recipe of the networks that judge the labels.",
            DefaultValueFactory = _ => Recipes.Quick.Name,
        };
        recipe.AcceptOnlyFromAmong([.. Recipes.All.Keys]);
        var seed = new Option<long>("--seed") { Description = "Seed of the folds and of everything random.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var folder = new Option<string>("--folder")
        {
            Description = "Folder that keeps the networks of the folds, to resume from after an interruption.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "cifra-issues",
        };
        var report = new Option<string?>("--report")
        {
            Description = "HTML page to write, - for standard output: pictures of the likely label errors.",
            HelpName = "FILE",
        };
        var output = new Option<string?>("--out") { Description = "File to write the JSON document to.", HelpName = "FILE" };
        Option<int> threads = CommonOptions.Threads();
        Option<bool> json = CommonOptions.Json();
        var command = new Command(
            "issues",
            """
            Find likely label errors in a training set: every picture is read by a network that never saw it, and where that network is confident
            of another digit than the label, the label may be wrong. Run the same command again after an interruption and it resumes.

            Examples:
              cifra data issues --report issues.html
              cifra data issues --data my-digits/ --folds 8 --out issues.json
            """)
        {
            data, dataDir, normalize, folds, recipe, seed, folder, report, output, threads, json,
        };
        command.SetAction(args => Run(
            new DataIssuesRequest(
                CommonOptions.OpenData(
                    args.GetRequiredValue(data), args.GetValue(dataDir), args.GetValue(normalize), DigitPart.Train, shell.Error, cancellation),
                Recipes.All[args.GetRequiredValue(recipe)],
                new CrossValidationOptions
                {
                    Folds = args.GetValue(folds),
                    Seed = args.GetValue(seed),
                    Threads = args.GetValue(threads),
                    Folder = args.GetRequiredValue(folder),
                    Command = shell.CommandLine,
                },
                args.GetValue(report),
                args.GetValue(output),
                args.GetValue(json)),
            shell,
            cancellation));
        return command;
    }

    internal static int Run(DataIssuesRequest request, Shell shell, CancellationToken cancellation)
    {
        DigitSet set = request.Data.Train ?? throw new UsageException($"{request.Data.Name} has no training part.");
        if (!set.HasLabels || set.Count < request.Options.Folds)
        {
            throw new UsageException($"{request.Options.Folds} folds need as many labelled pictures; {set.Name} has {(set.HasLabels ? set.Count : 0)}.");
        }

        var predictions = new Predictions(set, Read(request, set, shell, cancellation));
        var report = new LabelIssuesReport(request.Data.Name, request.Recipe.Name, request.Options.Folds, new LabelIssues(predictions));
        byte[] json = LabelIssuesJson.Write(report);
        if (request.OutFile is { } file)
        {
            AtomicFile.Write(file, [.. json, (byte)'\n']);
            shell.Error.WriteLine($"issues: {file}");
        }

        if (request.ReportFile is { } page)
        {
            shell.Write(page, Encoding.UTF8.GetBytes(LabelIssuesPage.Write(report)));
            shell = shell.BesideDocument(page == "-");
            shell.Error.WriteLine($"report: {page}");
        }

        if (request.Json)
        {
            shell.Output.WriteLine(Encoding.UTF8.GetString(json));
        }
        else
        {
            shell.Output.Write(LabelIssuesText.Write(report));
        }

        return request.Data.Failures.Count > 0 ? ExitCodes.SomeInputsFailed : ExitCodes.Done;
    }

    private static float[] Read(DataIssuesRequest request, DigitSet set, Shell shell, CancellationToken cancellation)
    {
        var line = new ProgressLine(shell);
        CrossValidationOptions options = request.Options with
        {
            Progress = (fold, progress) =>
            {
                if (progress is null)
                {
                    line.Keep(string.Create(CultureInfo.InvariantCulture, $"fold {fold} of {request.Options.Folds}: {request.Recipe.Name}"));
                }
                else
                {
                    TrainingView.Show(progress, line);
                }
            },
        };
        try
        {
            return CrossValidation.Probabilities(request.Recipe, set, options, cancellation);
        }
        catch (OperationCanceledException)
        {
            line.Keep($"stopped; the same command resumes from {options.Folder}");
            throw;
        }
        catch (ForeignCheckpointException e)
        {
            throw new InvalidDataException($"{e.Message} Delete that folder, or name another with --folder.", e);
        }
        catch (DivergedException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static Option<int> Folds()
    {
        var folds = new Option<int>("--folds")
        {
            Description = $"Number of folds, 2 to {CrossValidationOptions.MostFolds}; the network of a fold is trained on all others.",
            HelpName = "K",
            DefaultValueFactory = _ => 4,
        };
        folds.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0
                && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int value) && value is < 2 or > CrossValidationOptions.MostFolds)
            {
                result.AddError($"--folds takes 2 to {CrossValidationOptions.MostFolds}; got {value}.");
            }
        });
        return folds;
    }
}
