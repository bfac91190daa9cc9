using Cifra.Numerics;
using Cifra.Training;

namespace Cifra.Tests.Architecture;

/// <summary>Holds the namespaces: each follows its folder, they form no cycle, and no two types share a name.</summary>
public sealed class NamespaceTests
{
    // A parent serves its children with base types. Where it also uses them, that is one of these types, made to put the children together.
    private static readonly Dictionary<string, string> Assemblers = new()
    {
        ["Cifra.Imaging.Formats.BuiltInDecoder"] = "the list of built-in picture formats",
        ["Cifra.Network.LayerCatalog"] = "the list of layers that a model file may name",
        ["Cifra.Data.DigitSource"] = "opens a data set in whichever format it is",
        ["Cifra.Training.TrainingTask"] = "chooses what a recipe trains: a digit network or a line network",
        ["Cifra.Evaluation.EvaluationReport"] = "gathers the parts of a report",
        ["Cifra.Reading.Forms.FormConstraint"] = "a constraint is parsed by what is in Constraints",
        ["Cifra.Reading.Forms.FormTemplate"] = "a template is loaded, built in and written by what is in Templates",
        ["Cifra.Reading.Forms.FormLocator"] = "puts the steps of finding a form together",
        ["Cifra.Reading.Forms.FormReader"] = "puts finding a form and reading its fields together",
        ["Cifra.Reading.Forms.TemplateLearner"] = "puts finding boxes and grouping them together",
    };

    private static readonly (string User, string Used)[] Uses = [.. TypeUses.Of(typeof(Tensor).Assembly.Location), .. TypeUses.Of(typeof(Trainer).Assembly.Location)];

    public static TheoryData<string, string> Projects => new()
    {
        { "src/Cifra", "Cifra" },
        { "src/Cifra.Training", "Cifra" },
        { "src/Cifra.Onnx", "Cifra.Onnx" },
        { "src/Cifra.Cli", "Cifra.Cli" },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void EveryFile_Namespace_FollowsItsFolder(string folder, string root) => Assert.All(SourceFiles.Below(folder), path =>
    {
        if (SourceFiles.NamespaceOf(path) is { } found) // a program's first file and a list of global usings have none
        {
            Assert.Equal(SourceFiles.ExpectedNamespace(path, folder, root), found);
        }
    });

    [Fact]
    public void Libraries_Namespaces_FormNoCycle() => Assert.Empty(NamespaceCycles.Find(Uses, Assemblers.Keys));

    [Fact]
    public void Libraries_Assemblers_AreAllNeeded() => Assert.Empty(NamespaceCycles.Needless(Uses, Assemblers.Keys));

    [Fact]
    public void Find_CycleMadeOnPurpose_NamesEveryUseOnIt()
    {
        (string, string)[] uses = [("A.X", "B.Y"), ("B.Y", "C.Z"), ("C.Z", "A.W"), ("A.X", "D.V"), ("E.U", "A.X")];

        Assert.Equal(["A.X uses B.Y", "B.Y uses C.Z", "C.Z uses A.W"], NamespaceCycles.Find(uses, []));
    }

    [Fact]
    public void Find_ParentAndChild_CountUnlessTheParentsTypeAssembles()
    {
        (string, string)[] uses = [("A.Catalog", "A.B.Y"), ("A.B.Y", "A.Base")];

        Assert.Equal(["A.B.Y uses A.Base", "A.Catalog uses A.B.Y"], NamespaceCycles.Find(uses, []));
        Assert.Empty(NamespaceCycles.Find(uses, ["A.Catalog"]));
        Assert.Equal(["A.Base"], NamespaceCycles.Needless(uses, ["A.Catalog", "A.Base"]));
    }

    [Fact]
    public void Find_SiblingsEvenOfAnAssembler_StillCount()
    {
        (string, string)[] uses = [("A.B.Catalog", "A.C.Y"), ("A.C.Y", "A.B.Base")];

        Assert.Equal(2, NamespaceCycles.Find(uses, ["A.B.Catalog"]).Count);
    }

    [Fact]
    public void Libraries_TypeNames_AreUnique()
    {
        IEnumerable<string> shared = typeof(Tensor).Assembly.GetTypes().Concat(typeof(Trainer).Assembly.GetTypes())
            .Where(type => !type.IsNested && type.Namespace?.StartsWith("Cifra", StringComparison.Ordinal) == true)
            .GroupBy(type => type.Name)
            .Where(types => types.Count() > 1)
            .Select(types => string.Join(" and ", types.Select(type => type.FullName)));

        Assert.Empty(shared);
    }
}
