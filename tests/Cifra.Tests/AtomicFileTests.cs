using System.Text;

namespace Cifra.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cifra-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_FolderMissing_IsCreatedAndHoldsTheFileAlone()
    {
        string path = Path.Combine(_folder, "a", "b", "file.bin");

        AtomicFile.Write(path, [1, 2, 3]);

        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Write_FileExists_IsReplacedAlsoByAShorterOne()
    {
        string path = Path.Combine(_folder, "file.bin");
        File.WriteAllBytes(path, new byte[100]);

        AtomicFile.Write(path, [7]);

        Assert.Equal([7], File.ReadAllBytes(path));
    }

    [Fact]
    public void Write_WhileWriting_TheOldContentIsStillThere()
    {
        string path = Path.Combine(_folder, "file.bin");
        File.WriteAllBytes(path, [1]);
        byte[] seen = [];

        AtomicFile.Write(path, stream =>
        {
            stream.Write([2, 2]);
            stream.Flush();
            seen = File.ReadAllBytes(path);
        });

        Assert.Equal([1], seen);
        Assert.Equal([2, 2], File.ReadAllBytes(path));
    }

    [Fact]
    public void Write_WriterFails_LeavesTheOldFileAndNoOther()
    {
        string path = Path.Combine(_folder, "file.bin");
        File.WriteAllBytes(path, [1]);

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write([2]);
            throw new InvalidOperationException();
        }));

        Assert.Equal([1], File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Write_TargetIsAFolder_FailsAndLeavesNoFile()
    {
        string path = Path.Combine(_folder, "folder");
        Directory.CreateDirectory(path);

        Assert.ThrowsAny<SystemException>(() => AtomicFile.Write(path, [1]));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Write_PathEndsInASeparatorOrIsARoot_IsRefusedByName()
    {
        string root = Path.GetPathRoot(Path.GetFullPath(_folder))!;
        string folder = Path.Combine(_folder, "new") + Path.DirectorySeparatorChar;

        Assert.Equal($"{folder} names a folder, not a file.", Assert.Throws<IOException>(() => AtomicFile.Write(folder, [1])).Message);
        Assert.Equal($"{root} names a folder, not a file.", Assert.Throws<IOException>(() => AtomicFile.Write(root, [1])).Message);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Write_LongestNameThatFileSystemsAllow_IsWritten()
    {
        string path = Path.Combine(_folder, new string('n', 255));

        AtomicFile.Write(path, [1]);

        Assert.True(File.Exists(path));
    }

    [Theory]
    [InlineData("model.safetensors", "model.safetensors.00112233445566778899aabbccddeeff.tmp")]
    [InlineData("a", "a.00112233445566778899aabbccddeeff.tmp")]
    public void TemporaryName_ShortName_IsKeptWhole(string name, string expected) =>
        Assert.Equal(expected, AtomicFile.TemporaryName(name, new Guid("00112233-4455-6677-8899-aabbccddeeff")));

    [Theory]
    [InlineData("漢", 85)]    // 3 bytes as UTF-8
    [InlineData("😀", 63)]    // a surrogate pair, 4 bytes
    [InlineData("x😀", 51)]   // pairs at odd places, so that the cut falls into one
    public void TemporaryName_LongName_IsCutBetweenCharactersAndFits(string part, int times)
    {
        string name = AtomicFile.TemporaryName(string.Concat(Enumerable.Repeat(part, times)), Guid.NewGuid());

        Assert.InRange(new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(name), 1, 255); // throws on half a pair
        Assert.StartsWith(part, name, StringComparison.Ordinal);
    }
}
