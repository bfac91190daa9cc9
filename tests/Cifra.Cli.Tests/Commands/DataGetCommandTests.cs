using System.Net;
using System.Net.Sockets;

namespace Cifra.Cli.Tests.Commands;

public sealed class DataGetCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_MirrorOfTheTrueFiles_FetchesVerifiesAndKeepsThem()
    {
        string source = SharedData.Mnist;
        if (!File.Exists(Path.Combine(source, "train-images-idx3-ubyte.gz")))
        {
            Assert.Skip("The MNIST files on this machine are not packed, as a mirror has them.");
        }

        int port = FreePort();
        using var server = new HttpListener();
        server.Prefixes.Add($"http://127.0.0.1:{port}/mnist/");
        server.Start();
        int served = 0;
        Task serving = ServeAsync(server, source, () => served++);

        string[] get = ["data", "get", "--data-dir", _folder.Path, "--mirror", $"http://127.0.0.1:{port}/mnist"];
        TestShell first = await Task.Run(() => TestShell.Expect(0, get), TestContext.Current.CancellationToken);
        TestShell second = await Task.Run(() => TestShell.Expect(0, get), TestContext.Current.CancellationToken);
        server.Stop();
        await serving;

        Assert.Equal(4, first.Lines.Count(line => line.Contains(": verified (", StringComparison.Ordinal)));
        Assert.Equal(first.Output, second.Output);
        Assert.Equal(4, served); // what is there is not fetched again
        Assert.Equal(4, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void Run_MirrorThatIsNotThere_ExitsWith3AndSaysWhatToDo()
    {
        string mirror = $"http://127.0.0.1:{FreePort()}/";

        TestShell shell = TestShell.Expect(3, "data", "get", "--data-dir", _folder.Path, "--mirror", mirror);

        Assert.Contains($"cifra: t10k-labels-idx1-ubyte could not be fetched. {mirror}t10k-labels-idx1-ubyte.gz: ", shell.Error, StringComparison.Ordinal);
        Assert.Contains($"copy the four files", shell.Error, StringComparison.Ordinal);
        Assert.Contains(_folder.Path, shell.Error, StringComparison.Ordinal);
        Assert.Contains("'drawn' is a data set that needs no files", shell.Error, StringComparison.Ordinal);
        Assert.Empty(shell.Output);
        Assert.DoesNotContain('\r', shell.Error); // nobody looks: no line is drawn over
    }

    private static async Task ServeAsync(HttpListener server, string folder, Action served)
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await server.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return; // stopped
            }

            served();
            byte[] content = await File.ReadAllBytesAsync(Path.Combine(folder, Path.GetFileName(context.Request.Url!.AbsolutePath)));
            context.Response.ContentLength64 = content.Length;
            await context.Response.OutputStream.WriteAsync(content);
            context.Response.Close();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
