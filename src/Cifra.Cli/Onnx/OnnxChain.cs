using System.Buffers.Binary;
using Cifra.Cli.Onnx.Format;
using Cifra.Numerics;
using Google.Protobuf;

namespace Cifra.Cli.Onnx;

/// <summary>An ONNX graph that grows at its end: each node takes what the one before it gave.</summary>
/// <remarks>
/// Cifra's values always have four dimensions; ONNX's are pictures [batch, C, H, W] or rows [batch, K], and an operator takes one of
/// the two. The chain knows which it holds, and turns one into the other where it must.
/// </remarks>
internal sealed class OnnxChain
{
    private const string Batch = "batch";

    private string _value; // the name of the end
    private bool _row;

    public OnnxChain(string name, string input, string explanation, Shape shape)
    {
        _value = input;
        Graph = new GraphProto { Name = name };
        Graph.Input.Add(Value(input, shape.Channels, shape.Height, shape.Width));
        Graph.Input[0].DocString = explanation;
    }

    public GraphProto Graph { get; }

    /// <summary>Adds a node. Its output goes by the node's name.</summary>
    /// <param name="type">ONNX's operator.</param>
    /// <param name="name">The node's name.</param>
    /// <param name="constants">Its inputs after the first, which is the end of the chain.</param>
    /// <param name="attributes">Its settings.</param>
    public void Add(string type, string name, IEnumerable<string> constants, params AttributeProto[] attributes)
    {
        Graph.Node.Add(new NodeProto { OpType = type, Name = name, Input = { _value, constants }, Output = { name }, Attribute = { attributes } });
        _value = name;
    }

    /// <summary>Adds a tensor of fixed numbers; without dimensions it is a single number.</summary>
    /// <returns>Its name, as a node's inputs.</returns>
    public string[] Constant(string name, ReadOnlySpan<float> values, params IEnumerable<int> dimensions)
    {
        byte[] bytes = new byte[values.Length * sizeof(float)];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        return Constant(name, TensorProto.Types.DataType.Float, bytes, dimensions);
    }

    /// <summary>Makes a picture of a row.</summary>
    /// <param name="name">Name of the node, where one is needed.</param>
    /// <param name="shape">Size of the picture.</param>
    public void AsPicture(string name, Shape shape)
    {
        if (!_row)
        {
            return;
        }

        byte[] bytes = new byte[4 * sizeof(long)];
        ReadOnlySpan<int> sizes = [0, shape.Channels, shape.Height, shape.Width]; // 0: the batch stays as it is
        for (int i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(long)), sizes[i]);
        }

        Add("Reshape", name, Constant($"{name}.sizes", TensorProto.Types.DataType.Int64, bytes, [sizes.Length]));
        _row = false;
    }

    /// <summary>Makes a row of a picture: channel by channel, row by row.</summary>
    /// <param name="name">Name of the node, where one is needed.</param>
    public void AsRow(string name)
    {
        if (!_row)
        {
            Add("Flatten", name, [], OnnxAttributes.Whole("axis", 1));
            _row = true;
        }
    }

    /// <summary>Makes the end of the chain, a row, one of the graph's results.</summary>
    public void Output(string name, int classes)
    {
        Graph.Node[^1].Output[0] = name;
        _value = name;
        Graph.Output.Add(Value(name, classes));
    }

    private string[] Constant(string name, TensorProto.Types.DataType type, byte[] bytes, IEnumerable<int> dimensions)
    {
        Graph.Initializer.Add(new TensorProto
        {
            Name = name,
            DataType = (int)type,
            Dims = { dimensions.Select(dimension => (long)dimension) },
            RawData = UnsafeByteOperations.UnsafeWrap(bytes), // ours, and nobody changes it
        });
        return [name];
    }

    private static ValueInfoProto Value(string name, params ReadOnlySpan<int> sizes)
    {
        var shape = new TensorShapeProto { Dim = { new TensorShapeProto.Types.Dimension { DimParam = Batch } } };
        foreach (int size in sizes)
        {
            shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = size });
        }

        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float, Shape = shape } },
        };
    }
}
