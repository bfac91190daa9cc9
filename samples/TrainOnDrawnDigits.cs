#:project ../src/Cifra/Cifra.csproj
#:property PublishAot=false
// Trains a network on drawn digits and measures it, in one screen and without a download:  dotnet run -c Release samples/TrainOnDrawnDigits.cs
using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Network;
using Cifra.Training;

DigitSet train = DrawnDigits.Create(8000, seed: 1);
DigitSet test = DrawnDigits.Create(2000, seed: 2);
Recipe recipe = Recipes.Quick with { Epochs = 2, BatchSize = 64 };
Console.WriteLine(NetworkSummary.Text(NeuralNetwork.Build(Architectures.All[recipe.Architecture], seed: 1)));

var options = new TrainingOptions
{
    Progress = p => Console.Write($"\repoch {p.Epoch}/{p.Epochs}  loss {p.Loss:F3}  accuracy {p.Accuracy:P1}  {p.ImagesPerSecond:F0} images/s   "),
};
TrainingResult result = new Trainer(recipe, train, validation: null, options).Run();

EvaluationReport report = Evaluator.Evaluate(new DigitClassifier(result.Network), test);
Console.WriteLine($"\n{report.Accuracy:P2} of {report.Images} new digits read right");
foreach (ConfusedPair pair in report.Confusion.ConfusedPairs().Take(3))
{
    Console.WriteLine($"  {pair.True} read as {pair.Read}: {pair.Count}");
}
