using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using Cifra.Network;
using Cifra.Network.Models;

namespace Cifra.Tests.Network.Models;

/// <summary>
/// Every way that a model file can be wrong has its one answer: an exception that names the file, the place, what was expected and what was found.
/// </summary>
/// <remarks>Long because it is a table: a row a fault, with how to make it and what the message must say.</remarks>
public sealed class ModelFileRefusalTests
{
    private static readonly Dictionary<string, (Func<byte[]> Bytes, string[] Says)> Faults = new()
    {
        ["no bytes"] = (() => [], ["byte 0: expected an 8-byte header length, found the end of the file"]),
        ["seven bytes"] = (() => ModelBytes.Sound()[..7], ["byte 7: expected an 8-byte header length, found the end of the file"]),
        ["header length 0"] = (() => WithLength(0), ["byte 0: expected a header length from 2", "found 0"]),
        ["header length of all ones"] = (() => WithLength(ulong.MaxValue), ["byte 0", "found 18446744073709551615"]),
        ["header length beyond the file"] = (() => WithLength(100_000), ["byte 0", "found 100000"]),
        ["header above 1 MB"] = (
            () => ModelBytes.Of([.. Encoding.ASCII.GetBytes("{}"), .. Enumerable.Repeat((byte)' ', 1 << 20)], []),
            ["byte 0: expected a header length from 2 to 1048576, found 1048578"]),
        ["cut within the header"] = (() => ModelBytes.Sound()[..100], ["byte 0", "to 92, found"]),
        ["cut within the numbers"] = (() => ModelBytes.Sound()[..^4], ["the numbers: expected 872 bytes", "found 868"]),
        ["trailing bytes"] = (() => [.. ModelBytes.Sound(), 0], ["the numbers: expected 872 bytes", "found 873"]),
        ["not JSON"] = (() => Header("this is no JSON at all"), ["byte 8: expected a JSON header of tensors"]),
        ["an array"] = (() => Header("[]"), ["byte 8: expected StartObject, found StartArray"]),
        ["text after the header"] = (() => Header("{} {}"), ["expected a JSON header of tensors"]),
        ["unfinished JSON"] = (() => Header("{\"a\":{\"dtype\":"), ["expected a JSON header of tensors"]),
        ["invalid UTF-8"] = (
            () => ModelBytes.Of([.. Encoding.ASCII.GetBytes("{\""), 0xC3, 0x28, .. Encoding.ASCII.GetBytes("\":{}}")], []),
            ["expected a JSON header of tensors"]),
        ["half a surrogate pair"] = (() => Header("""{"__metadata__":{"a":"\uD800"}}"""), ["expected a JSON header of tensors"]),
        ["deep nesting"] = (() => Header($"{{\"a\":{new string('[', 5000)}"), ["byte"]),
        ["duplicate tensor"] = (
            () => Header("""{"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}"""),
            ["expected every name once, found \"a\" again"]),
        ["duplicate metadata"] = (() => Header("""{"__metadata__":{"a":"1","a":"2"}}"""), ["expected every key once, found \"a\" again"]),
        ["two metadata objects"] = (() => Header("""{"__metadata__":{},"__metadata__":{}}"""), ["found \"__metadata__\" again"]),
        ["metadata of numbers"] = (() => Header("""{"__metadata__":{"a":1}}"""), ["expected String, found Number"]),
        ["unknown field of a tensor"] = (
            () => ModelBytes.WithEntry(Weight, entry => entry["more"] = 1), ["expected dtype, shape and data_offsets, each once, found \"more\""]),
        ["no dtype"] = (() => ModelBytes.WithEntry(Weight, entry => entry.Remove("dtype")), [$"tensor {Weight}", "dtype none"]),
        ["dtype F64"] = (
            () => ModelBytes.WithEntry(Weight, entry => entry["dtype"] = "F64"),
            [$"tensor {Weight}", "expected dtype F32 or F16", "dtype F64"]),
        ["dtype of half the size"] = (
            () => ModelBytes.WithEntry(Weight, entry => entry["dtype"] = "F16"),
            [$"tensor {Weight}: expected 36 bytes, as its shape says, found 72"]),
        ["no shape"] = (() => ModelBytes.WithEntry(Weight, entry => entry.Remove("shape")), [$"tensor {Weight}", "no shape"]),
        ["negative dimension"] = (() => WithShape(-2, -1, 3, 3), ["whole numbers from 0 to 2147483647"]),
        ["dimension that is no whole number"] = (() => WithShape(2.5, 1, 3, 3), ["whole numbers from 0 to 2147483647"]),
        ["dimension of 2^31"] = (() => WithShape(2147483648), ["whole numbers from 0 to 2147483647"]),
        ["nine dimensions"] = (() => WithShape(1, 1, 1, 1, 1, 1, 2, 1, 9), ["at most 8 whole numbers"]),
        ["shape that overflows"] = (
            () => WithShape(65536, 65536, 65536, 65536),
            [$"tensor {Weight}", "bytes, as its shape says, found 72"]),
        ["shape too large"] = (() => WithShape(2, 1, 3, 4), [$"tensor {Weight}: expected 96 bytes, as its shape says, found 72"]),
        ["shape of the same size"] = (
            () => WithShape(1, 2, 3, 3),
            ["tensor 0: expected 0.convolution.weight [2, 1, 3, 3], found 0.convolution.weight [1, 2, 3, 3]"]),
        ["three offsets"] = (() => WithOffsets(0, 72, 80), ["at most 2 whole numbers"]),
        ["one offset"] = (() => WithOffsets(0), [$"tensor {Weight}", "offsets [0]"]),
        ["descending offsets"] = (() => WithOffsets(72, 0), [$"tensor {Weight}", "two ascending data_offsets", "offsets [72, 0]"]),
        ["offsets with a gap"] = (() => WithOffsets(4, 76), [$"tensor {Weight}: expected an offset of 0", "found 4"]),
        ["offsets that overlap"] = (
            () => ModelBytes.WithEntry(Bias, entry => entry["data_offsets"] = new JsonArray(68, 76)), [$"tensor {Bias}: expected an offset of 72", "found 68"]),
        ["offsets beyond the file"] = (() => WithOffsets(0, 1 << 29), [$"tensor {Weight}", "found 536870912"]),
        ["offsets beyond every file"] = (() => WithOffsets(0, 1L << 40), ["whole numbers from 0 to 1073741824"]),
        ["unsorted tensors"] = (() => ModelBytes.Edited(Swapped), [$"tensor {Bias}: expected an offset of 0", "found 72"]),
        ["too many tensors"] = (
            () => Header($"{{{string.Join(',', Enumerable.Range(0, 10_001).Select(i => $"\"{i}\":{{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}"))}}}"),
            ["expected at most 10000 tensors"]),
        ["no digest"] = (() => ModelBytes.Edited(json => Metadata(json).Remove("sha256")), ["metadata sha256", "found none"]),
        ["wrong digest"] = (
            () => ModelBytes.Edited(json => Metadata(json)["sha256"] = new string('0', 64)),
            ["expected numbers with SHA-256 0000"]),
        ["one bit of a weight"] = (() => Flipped(ModelBytes.Sound()), ["expected numbers with SHA-256"]),
        ["no metadata"] = (() => ModelBytes.Edited(json => json.Remove("__metadata__")), ["metadata"]),
        ["no format"] = (
            () => ModelBytes.Edited(json => Metadata(json).Remove("format")),
            ["metadata format: expected a value, found none"]),
        ["another format"] = (() => ModelBytes.WithText("format", _ => "pt"), ["metadata format: expected \"cifra\", found \"pt\""]),
        ["another version"] = (() => ModelBytes.WithText("version", _ => "2"), ["metadata version: expected \"1\", found \"2\""]),
        ["no network"] = (
            () => ModelBytes.Edited(json => Metadata(json).Remove("network")),
            ["metadata network: expected a value, found none"]),
        ["no card"] = (() => ModelBytes.Edited(json => Metadata(json).Remove("card")), ["metadata card: expected a value, found none"]),
        ["card that is no JSON"] = (() => ModelBytes.WithText("card", _ => "hello"), ["the network's card"]),
        ["card without a history"] = (() => WithCard("\"history\":[]", "\"seed\":2"), ["the network's card", "history"]),
        ["card with a null history"] = (() => WithCard("[]", "null"), ["the network's card", "history"]),
        ["card with a null epoch"] = (() => WithCard("[]", "[null]"), ["the network's card"]),
        ["card with an infinite loss"] = (
            () => WithCard("[]", """[{"epoch":1,"learningRate":1,"trainLoss":1e999,"trainAccuracy":0,"seconds":1}]"""), ["the network's card"]),
        ["card with a null text"] = (() => WithCard("\"recipe\":\"\"", "\"recipe\":null"), ["the network's card", "recipe"]),
        ["card with an unknown field"] = (() => WithCard("\"seed\":1", "\"seed\":1,\"code\":\"x\""), ["the network's card", "no field \"code\""]),
        ["card with a seed that is not whole"] = (() => WithCard("\"seed\":1", "\"seed\":1.5"), ["the network's card", "seed", "a whole number"]),
        ["card with too large a count"] = (
            () => WithCard("\"trainImages\":0", "\"trainImages\":3000000000"), ["the network's card", "trainImages", "a whole number below 2147483648"]),
        ["card with an epoch cut short"] = (() => WithCard("[]", """[{"epoch":1}]"""), ["the network's card", "learningRate"]),
        ["card with a weight twice"] = (() => WithCard("\"seed\":1", "\"seed\":1,\"confidence\":{\"odds\":1,\"odds\":2}"), ["the network's card", "the weight of odds is there twice"]),
        ["card with an infinite weight"] = (() => WithCard("\"seed\":1", "\"seed\":1,\"confidence\":{\"odds\":1e999}"), ["the network's card"]),
        ["card with half a surrogate pair"] = (() => WithCard("\"recipe\":\"\"", "\"recipe\":\"\\ud800\""), ["the network's card"]),
        ["card with something behind it"] = (() => ModelBytes.WithText("card", text => text + "1"), ["the network's card"]),
        ["card that is null"] = (() => ModelBytes.WithText("card", _ => "null"), ["the network's card"]),
        ["network that is no JSON"] = (() => ModelBytes.WithText("network", _ => "{"), ["the network's description"]),
        ["network that is null"] = (() => ModelBytes.WithText("network", _ => "null"), ["the network's description", "expected an object"]),
        ["network nested deep"] = (() => ModelBytes.WithText("network", _ => new string('[', 5000)), ["the network's description"]),
        ["network without layers"] = (() => ModelBytes.WithNetwork(network => network.Remove("layers")), ["layers"]),
        ["null layers"] = (() => ModelBytes.WithNetwork(network => network["layers"] = null), ["layers"]),
        ["a null layer"] = (() => ModelBytes.WithNetwork(network => network["layers"]![0] = null), ["layers", "expected an object"]),
        ["no layers"] = (() => Header("""{"__metadata__":{"format":"cifra"}}"""), ["metadata"]),
        ["layer without a kind"] = (() => ModelBytes.WithNetwork(network => network["layers"]![0]!["kind"] = null), ["kind"]),
        ["layer without settings"] = (() => ModelBytes.WithNetwork(network => network["layers"]![0]!["settings"] = null), ["settings"]),
        ["unknown kind"] = (
            () => ModelBytes.WithNetwork(network => network["layers"]![2]!["kind"] = "system"),
            ["layer kind: expected one of batchNorm", "found \"system\""]),
        ["unknown property"] = (() => ModelBytes.WithNetwork(network => network["code"] = "x"), ["the network's description", "code"]),
        ["no mean"] = (() => ModelBytes.WithNetwork(network => network.Remove("mean")), ["the network's description", "mean"]),
        ["no deviation"] = (() => ModelBytes.WithNetwork(network => network.Remove("deviation")), ["the network's description"]),
        ["deviation 0"] = (() => ModelBytes.WithNetwork(network => network["deviation"] = 0), ["the network's description", "deviation"]),
        ["infinite mean"] = (
            () => ModelBytes.WithText("network", text => text.Replace("0.1307", "1e999", StringComparison.Ordinal)),
            ["the network's description"]),
        ["no setting"] = (
            () => ModelBytes.WithLayer(0, settings => settings.Remove("stride")),
            ["layer convolution: setting stride: expected a number from 1 to 256, found nothing"]),
        ["setting out of range"] = (
            () => ModelBytes.WithLayer(0, settings => settings["stride"] = 257),
            ["setting stride: expected a number from 1 to 256, found 257"]),
        ["negative padding"] = (
            () => ModelBytes.WithLayer(0, settings => settings["paddingWidth"] = -1),
            ["setting paddingWidth: expected a number from 0 to 256, found -1"]),
        ["setting not whole"] = (
            () => ModelBytes.WithLayer(0, settings => settings["height"] = 2.5),
            ["setting height: expected a whole number, found 2.5"]),
        ["unknown setting"] = (() => ModelBytes.WithLayer(0, settings => settings["dilation"] = 2), ["layer convolution", "dilation"]),
        ["padding as large as the pool"] = (
            () => ModelBytes.WithLayer(3, settings => settings["paddingHeight"] = 3),
            ["layer maxPool: expected padding smaller than the window"]),
        ["dropout rate of 1"] = (() => ModelBytes.WithLayer(5, settings => settings["rate"] = 1), ["layer dropout: setting rate"]),
        ["window larger than the picture"] = (
            () => ModelBytes.WithLayer(3, settings => settings["height"] = 200),
            ["layer 3 (maxPool)", "does not fit"]),
        ["layers that do not fit"] = (
            () => ModelBytes.WithLayer(3, settings => settings["stride"] = 1),
            ["layer 6 (dense)", "Dense takes 18 features"]),
        ["a layer too few"] = (
            () => ModelBytes.WithNetwork(network => network["layers"]!.AsArray().RemoveAt(6)),
            ["the tensors: expected 28 numbers, as the network needs, found 218"]),
        ["wrong input size"] = (() => ModelBytes.WithNetwork(network => network["width"] = 29), ["takes 1x1x28x28", "takes 1x1x28x29"]),
        ["wrong class count"] = (NineClasses, ["gives 1x10x1x1"]),
        ["input of gigabytes"] = (
            () => ModelBytes.WithNetwork(network => (network["height"], network["width"]) = (2_000_000_000, 2_000_000_000)),
            ["the network's description"]),
        ["input whose size overflows"] = (
            () => ModelBytes.WithNetwork(network => (network["channels"], network["height"], network["width"]) = (1 << 30, 1 << 30, 16)), ["the network's description"]),
        ["negative input"] = (
            () => ModelBytes.WithNetwork(network => (network["height"], network["width"]) = (-28, -28)),
            ["the network's description"]),
        ["dense layer of gigabytes"] = (
            () => ModelBytes.WithLayer(6, settings => (settings["inputs"], settings["outputs"]) = (1 << 20, 1 << 20)),
            ["numbers, as the network needs, found 218"]),
        ["convolution of gigabytes"] = (
            () => ModelBytes.WithLayer(0, settings => (settings["inputs"], settings["outputs"]) = (4096, 4096)),
            ["numbers, as the network needs, found 218"]),
        ["padding that takes gigabytes"] = (WidePadding, ["padded"]),
        ["endless layers"] = (() => ModelBytes.WithNetwork(AddEndlessLayers), ["layers"]),
        ["endless pools"] = (() => ModelBytes.WithNetwork(AddSlowPools), ["operations an image"]),
        ["NaN weight"] = (() => ModelBytes.WithNumber(Weight, 4, float.NaN), [$"tensor {Weight}: expected finite numbers, found NaN"]),
        ["infinite weight"] = (() => ModelBytes.WithNumber(Bias, 1, float.NegativeInfinity), [$"tensor {Bias}: expected finite numbers"]),
        ["negative variance"] = (
            () => ModelBytes.WithNumber("1.batchNorm.variance", 0, -1e-3f),
            ["tensor 1.batchNorm.variance: expected finite variances of 0 or more, found -0.001"]),
        ["renamed tensor"] = (
            () => ModelBytes.Edited(Renamed),
            ["tensor 0: expected 0.convolution.weight [2, 1, 3, 3], found 0.convolution.waight [2, 1, 3, 3]"]),
        ["reordered tensors"] = (
            () => ModelBytes.Edited(Reordered),
            ["tensor 2: expected 1.batchNorm.scale [2], found 1.batchNorm.shift [2]"]),
        ["an empty tensor too many"] = (
            () => ModelBytes.Edited(json => json["extra"] = JsonNode.Parse("""{"dtype":"F32","shape":[0],"data_offsets":[872,872]}""")),
            ["the tensors: expected 8 of them, as the network has, found 9"]),
    };

    private const string Weight = "0.convolution.weight";
    private const string Bias = "0.convolution.bias";
    private const string CardText = """{"recipe":"","data":"","command":"","seed":1,"trainImages":0,"validationImages":0,"history":[]}""";

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_UnsoundFile_IsRefusedByNameAndPlace(string name)
    {
        byte[] bytes = Faults[name].Bytes();

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => ModelFile.Parse(bytes, ModelBytes.Name));

        Assert.StartsWith($"{ModelBytes.Name}: ", error.Message, StringComparison.Ordinal);
        Assert.All(
            Faults[name].Says,
            part => Assert.True(error.Message.Contains(part, StringComparison.Ordinal), $"\"{part}\" is not in: {error.Message}"));
    }

    [Fact]
    public void Edited_NothingChanged_IsSound() =>
        Assert.Equal(ModelBytes.Card.Command, ModelFile.Parse(ModelBytes.Edited(), ModelBytes.Name).Card.Command);

    [Fact]
    public void Parse_HostileDescription_AllocatesLittle()
    {
        byte[][] hostile =
        [
            Faults["dense layer of gigabytes"].Bytes(), Faults["convolution of gigabytes"].Bytes(), Faults["padding that takes gigabytes"].Bytes(),
            Faults["endless layers"].Bytes(), Faults["endless pools"].Bytes(),
        ];
        foreach (byte[] bytes in hostile)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Throws<InvalidDataException>(() => ModelFile.Parse(bytes, ModelBytes.Name));

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
        }
    }

    private static byte[] WithCard(string old, string replacement)
    {
        Assert.Contains(old, CardText, StringComparison.Ordinal);
        return ModelBytes.WithText("card", _ => CardText.Replace(old, replacement, StringComparison.Ordinal));
    }

    private static byte[] Header(string text) => ModelBytes.Of(Encoding.UTF8.GetBytes(text), []);

    private static byte[] WithLength(ulong length)
    {
        byte[] bytes = ModelBytes.Sound();
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        return bytes;
    }

    private static byte[] Flipped(byte[] bytes)
    {
        bytes[^3] ^= 4;
        return bytes;
    }

    private static JsonObject Metadata(JsonObject json) => json["__metadata__"]!.AsObject();

    private static byte[] WithShape(params double[] shape) =>
        ModelBytes.WithEntry(Weight, entry => entry["shape"] = new JsonArray([.. shape.Select(d => JsonValue.Create(d))]));

    private static byte[] WithOffsets(params long[] offsets) =>
        ModelBytes.WithEntry(Weight, entry => entry["data_offsets"] = new JsonArray([.. offsets.Select(o => JsonValue.Create(o))]));

    // The first two tensors change places in the header and keep their offsets.
    private static void Swapped(JsonObject json)
    {
        JsonNode first = json[Weight]!;
        json.Remove(Weight);
        json.Insert(2, Weight, first);
    }

    private static void Renamed(JsonObject json)
    {
        JsonNode first = json[Weight]!;
        json.Remove(Weight);
        json.Insert(1, "0.convolution.waight", first);
    }

    // Two tensors of the same shape change names.
    private static void Reordered(JsonObject json)
    {
        JsonNode scale = json["1.batchNorm.scale"]!;
        JsonNode shift = json["1.batchNorm.shift"]!;
        json.Remove("1.batchNorm.scale");
        json.Remove("1.batchNorm.shift");
        json.Insert(3, "1.batchNorm.shift", scale);
        json.Insert(4, "1.batchNorm.scale", shift);
    }

    private static byte[] NineClasses()
    {
        var random = new Cifra.Numerics.SeededRandom(1);
        var network = new NeuralNetwork(
            new Cifra.Numerics.Shape(1, 1, 28, 28), 0, 1, [new Cifra.Network.Layers.Flatten(), new Cifra.Network.Layers.Dense(784, 9, random)]);
        using var stream = new MemoryStream();
        ModelFile.Write(stream, [network], new ModelCard());
        return stream.ToArray();
    }

    // A few hundred weights whose padded picture takes 100 x 526 x 526 values an image, sixteen images at a time.
    private static byte[] WidePadding()
    {
        var random = new Cifra.Numerics.SeededRandom(1);
        var stack = new List<LayerDescription>
        {
            new("convolution", Window(1, 100, side: 1, stride: 2, padding: 0)),
            new("convolution", Window(100, 1, side: 1, stride: 256, padding: 256)),
            new("flatten"),
            new("dense", new Dictionary<string, double> { ["inputs"] = 9, ["outputs"] = 10 }),
        };
        string description = NetworkJson.Write(new NetworkDescription(1, 28, 28, 0, 1, stack));
        NamedTensor[] tensors =
        [
            new("0.convolution.weight", [100, 1, 1, 1], Samples.Uniform(100, random)),
            new("1.convolution.weight", [1, 100, 1, 1], Samples.Uniform(100, random)),
            new("3.dense.weight", [10, 9], Samples.Uniform(90, random)),
            new("3.dense.bias", [10], Samples.Uniform(10, random)),
        ];
        using var stream = new MemoryStream();
        SafeTensors.Write(
            stream,
            tensors,
            new Dictionary<string, string> { ["format"] = "cifra", ["version"] = "1", ["network"] = description, ["card"] = CardText });
        return stream.ToArray();
    }

    private static Dictionary<string, double> Window(int inputs, int outputs, int side, int stride, int padding) => new()
    {
        ["inputs"] = inputs,
        ["outputs"] = outputs,
        ["height"] = side,
        ["width"] = side,
        ["stride"] = stride,
        ["paddingHeight"] = padding,
        ["paddingWidth"] = padding,
        ["bias"] = 0,
    };

    // As many layers without parameters as a header can hold.
    private static void AddEndlessLayers(JsonObject network)
    {
        for (int i = 0; i < 8_000; i++)
        {
            network["layers"]!.AsArray().Insert(2, JsonNode.Parse("""{"kind":"relu","settings":{}}"""));
        }
    }

    // A pool that widens the picture to 282x282, thirty that keep it so and look at 255x255 places for each, one that brings 28x28 back.
    private static void AddSlowPools(JsonObject network)
    {
        JsonArray layers = network["layers"]!.AsArray();
        layers.Insert(0, Pool(padding: 0));
        for (int i = 0; i < 30; i++)
        {
            layers.Insert(0, Pool(padding: 127));
        }

        layers.Insert(0, Pool(padding: 254));
    }

    private static JsonObject Pool(int padding) => new()
    {
        ["kind"] = "maxPool",
        ["settings"] = new JsonObject { ["height"] = 255, ["width"] = 255, ["stride"] = 1, ["paddingHeight"] = padding, ["paddingWidth"] = padding },
    };
}
