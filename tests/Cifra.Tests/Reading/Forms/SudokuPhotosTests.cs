using Cifra.Evaluation.Strings;
using Cifra.Reading.Forms;

namespace Cifra.Tests.Reading.Forms;

/// <summary>Phone photos of filled-in Sudokus, print and handwriting mixed, in shadow and on bent paper.</summary>
public sealed class SudokuPhotosTests
{
    [Fact]
    public void Read_RealPhotos_FindsAllGridsAndReadsTheirCells()
    {
        string folder = SharedData.Folder("real/sudoku-photos-dev");
        var reader = new FormReader(FormTemplate.Load("sudoku"));

        StringReport report = StringEvaluator.Run(path => reader.Read(path), StringTruth.Load(Path.Combine(folder, "truth.csv"), new TruthOptions { Column = "grid" }), new StringRunOptions
        {
            Folder = Path.Combine(folder, "images"),
            Data = "sudoku-photos-dev",
            Model = "field",
            Grids = true,
            Threads = 1,
        }, TestContext.Current.CancellationToken).Report;

        Assert.Equal(0, report.Failed);
        Assert.InRange((double)report.Cells!.Right / report.Cells.Cells, 0.97, 1);
    }
}
