using System.Buffers.Binary;
using Cifra.Numerics;
using Cifra.Onnx.Format;
using Google.Protobuf;

namespace Cifra.Onnx;

/// <summary>An ONNX graph without branches: each node takes the output of the one before it.</summary>
/// <remarks>
/// Cifra's tensors always have four dimensions. ONNX's are pictures [batch, C, H, W] or rows [batch, K], and an operator takes one of
/// the two. The chain keeps track of which it holds and reshapes where an operator needs the other.
/// </remarks>
internal sealed class OnnxChain
{
    private const string Batch = "batch";

    private string _value; // name of the last node's output
    private bool _row;

    public OnnxChain(string name, string input, string explanation, Shape shape)
    {
        _value = input;
        Graph = new GraphProto { Name = name };
        Graph.Input.Add(Value(input, shape.Channels, shape.Height, shape.Width));
        Graph.Input[0].DocString = explanation;
    }

    public GraphProto Graph { get; }

    /// <summary>Appends a node. Its output has the node's name.</summary>
    /// <param name="type">The ONNX operator.</param>
    /// <param name="name">The node's name.</param>
    /// <param name="constants">Its inputs after the first, which is the last node's output.</param>
    /// <param name="attributes">The operator's attributes.</param>
    public void Add(string type, string name, IEnumerable<string> constants, params AttributeProto[] attributes)
    {
        Graph.Node.Add(new NodeProto { OpType = type, Name = name, Input = { _value, constants }, Output = { name }, Attribute = { attributes } });
        _value = name;
    }

    /// <summary>Adds a constant tensor; without dimensions it is a scalar.</summary>
    /// <returns>Its name, as the list of inputs that <see cref="Add"/> takes.</returns>
    public string[] Constant(string name, ReadOnlySpan<float> values, params IEnumerable<int> dimensions)
    {
        byte[] bytes = new byte[values.Length * sizeof(float)];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        return Constant(name, TensorProto.Types.DataType.Float, bytes, dimensions);
    }

    /// <summary>Reshapes a row to a picture; does nothing where the chain holds a picture.</summary>
    /// <param name="name">Name of the node that it adds.</param>
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

    /// <summary>Flattens a picture to a row, channel by channel and row by row; does nothing where the chain holds a row.</summary>
    /// <param name="name">Name of the node that it adds.</param>
    public void AsRow(string name)
    {
        if (!_row)
        {
            Add("Flatten", name, [], OnnxAttributes.Whole("axis", 1));
            _row = true;
        }
    }

    /// <summary>Makes the last node's output, a row, one of the graph's outputs.</summary>
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
            RawData = UnsafeByteOperations.UnsafeWrap(bytes), // nothing else refers to these bytes
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
