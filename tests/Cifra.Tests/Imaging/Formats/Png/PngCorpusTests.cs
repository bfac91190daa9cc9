using Cifra.Imaging.Formats;

namespace Cifra.Tests.Imaging.Formats.Png;

/// <summary>Files that others collected because decoders stumbled over them. There are no pictures to compare with.</summary>
public sealed class PngCorpusTests
{
    [Theory]
    [InlineData("decoders/png/imagetestsuite")]
    [InlineData("decoders/png/image-png")]
    public void Load_HostileFile_EndsInAPictureOrARefusal(string folder)
    {
        foreach (string file in Directory.GetFiles(SharedData.Folder(folder), "*", SearchOption.AllDirectories))
        {
            Exception? error = Record.Exception(() => PictureFile.Load(file));

            Assert.True(error is null or InvalidDataException, $"{file}: {error}");
        }
    }

    [Fact]
    public void Load_FileMarkedInvalid_IsRefused()
    {
        string[] files = Directory.GetFiles(SharedData.Folder("decoders/png/image-png"), "x_*", SearchOption.AllDirectories);

        Assert.All(files, file => Assert.Throws<InvalidDataException>(() => PictureFile.Load(file)));
    }
}
