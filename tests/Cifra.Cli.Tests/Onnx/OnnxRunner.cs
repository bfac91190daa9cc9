using System.Buffers.Binary;
using Cifra.Cli.Onnx.Format;

namespace Cifra.Cli.Tests.Onnx;

/// <summary>Computes a graph node by node, and holds it to the rules that every ONNX file must keep.</summary>
internal static class OnnxRunner
{
    /// <summary>All of a graph's values by name, the results among them.</summary>
    public static Dictionary<string, OnnxValue> Run(ModelProto model, OnnxValue pictures)
    {
        GraphProto graph = model.Graph;
        Dictionary<string, OnnxValue> values = graph.Initializer.ToDictionary(tensor => tensor.Name, Constant);
        ValueInfoProto input = Assert.Single(graph.Input);
        ExpectSize(input, pictures);
        values.Add(input.Name, pictures);
        foreach (NodeProto node in graph.Node)
        {
            OnnxValue result = OnnxOperators.Run(node, [.. node.Input.Select(name => values[name])]); // so a node stands after those that it needs
            values.Add(Assert.Single(node.Output), result); // so no name is given twice
        }

        Assert.Equal(graph.Node.Count, graph.Node.Select(node => node.Name).Distinct().Count());
        Assert.Empty(graph.Initializer.Select(tensor => tensor.Name).Except(graph.Node.SelectMany(node => node.Input)));
        Assert.All(graph.Output, output => ExpectSize(output, values[output.Name]));
        return values;
    }

    private static OnnxValue Constant(TensorProto tensor)
    {
        byte[] bytes = tensor.RawData.ToByteArray();
        double[] numbers = (TensorProto.Types.DataType)tensor.DataType switch
        {
            TensorProto.Types.DataType.Float => [.. bytes.Chunk(4).Select(four => (double)BinaryPrimitives.ReadSingleLittleEndian(four))],
            TensorProto.Types.DataType.Int64 => [.. bytes.Chunk(8).Select(eight => (double)BinaryPrimitives.ReadInt64LittleEndian(eight))],
            _ => throw new NotSupportedException($"{tensor.Name}: type {tensor.DataType}"),
        };
        Assert.Equal(numbers.Length, tensor.Dims.Aggregate(1L, (product, size) => product * size));
        return new OnnxValue([.. tensor.Dims.Select(size => (int)size)], numbers);
    }

    private static void ExpectSize(ValueInfoProto declared, OnnxValue actual)
    {
        TypeProto.Types.Tensor type = declared.Type.TensorType;
        Assert.Equal((int)TensorProto.Types.DataType.Float, type.ElemType);
        Assert.Equal("batch", type.Shape.Dim[0].DimParam);
        Assert.Equal(actual.Sizes.Skip(1), type.Shape.Dim.Skip(1).Select(dimension => (int)dimension.DimValue));
    }
}
