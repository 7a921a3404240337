using Memti.Abstractions.Diagnostics;
using WireType = Google.Protobuf.WireFormat.WireType;

namespace Memti.Networks.Onnx.Wire;

/// <summary>Reads a model and the parts of its graph that determine shapes. Field numbers are those of onnx.proto (ONNX 1.16).</summary>
internal sealed class OnnxModelReader(OnnxWire wire)
{
    /// <summary>Longest name in bytes.</summary>
    private const int LongestName = 4096;
    /// <summary>Most dimensions of a tensor.</summary>
    private const int MostRank = 16;
    /// <summary>Most numbers kept of a list attribute; supported operators read at most four.</summary>
    private const int MostNumbers = 64;

    private readonly OnnxTensorReader _tensors = new(wire);
    private OnnxGraph? _graph;

    /// <summary>Reads the graph of a model.</summary>
    /// <exception cref="Google.Protobuf.InvalidProtocolBufferException">The file is truncated or not a protocol buffer.</exception>
    /// <exception cref="MemtiException">The file has no graph or exceeds a limit.</exception>
    public static OnnxGraph Read(OnnxWire wire)
    {
        OnnxModelReader reader = new(wire);
        wire.ReadFields(reader.TakeModel);
        return reader._graph ?? throw wire.Unreadable("the file ends, and it has no graph");
    }

    private bool TakeModel(int field, WireType type)
    {
        if ((field, type) != (7, WireType.LengthDelimited))
            return false;
        // A field that occurs twice is merged, as protocol buffers require of embedded messages.
        _graph ??= new OnnxGraph();
        return wire.ReadMessage(TakeGraph);
    }

    private bool TakeGraph(int field, WireType type) => type == WireType.LengthDelimited && field switch
    {
        1 => TakeNode(),
        5 => TakeInitializer(),
        11 => TakeInput(),
        12 => TakeOutput(),
        _ => false,
    };

    private bool TakeInitializer()
    {
        _graph!.Initializers.Add(_tensors.Read());
        return true;
    }

    private bool TakeNode()
    {
        OnnxNode node = new();
        _graph!.Nodes.Add(node);
        return wire.ReadMessage((field, type) => type == WireType.LengthDelimited && TakeNodeField(node, field));
    }

    private bool TakeNodeField(OnnxNode node, int field)
    {
        switch (field)
        {
            case 1: node.Inputs.Add(wire.ReadText(LongestName)); return true;
            case 2: node.Outputs.Add(wire.ReadText(LongestName)); return true;
            case 3: node.Name = wire.ReadText(LongestName); return true;
            case 4: node.Operator = wire.ReadText(LongestName); return true;
            case 5: node.Attributes.Add(ReadAttribute()); return true;
            case 7: node.Domain = wire.ReadText(LongestName); return true;
            default: return false;
        }
    }

    private OnnxAttribute ReadAttribute()
    {
        OnnxAttribute attribute = new();
        wire.ReadMessage((field, type) => TakeAttributeField(attribute, field, type));
        return attribute;
    }

    private bool TakeAttributeField(OnnxAttribute attribute, int field, WireType type)
    {
        switch (field, type)
        {
            case (1, WireType.LengthDelimited): attribute.Name = wire.ReadText(LongestName); return true;
            case (3, WireType.Varint): attribute.Whole = wire.ReadWhole(); return true;
            case (4, WireType.LengthDelimited):
                attribute.Text =
                System.Text.Encoding.UTF8.GetString(wire.ReadBytes(LongestName) ?? []); return true;
            case (5, WireType.LengthDelimited): attribute.Tensor = _tensors.Read(); return true;
            case (8, WireType.LengthDelimited or WireType.Varint): wire.ReadWholes(type, attribute.Wholes, MostNumbers); return true;
            default: return false;
        }
    }

    private bool TakeOutput()
    {
        OnnxInput output = ReadValue();
        _graph!.Outputs.Add(output.Name);
        return true;
    }

    private bool TakeInput()
    {
        _graph!.Inputs.Add(ReadValue());
        return true;
    }

    private OnnxInput ReadValue()
    {
        OnnxInput value = new();
        wire.ReadMessage((field, type) => (field, type) switch
        {
            (1, WireType.LengthDelimited) => (value.Name = wire.ReadText(LongestName)) is not null,
            (2, WireType.LengthDelimited) => wire.ReadMessage((field, type) => TakeType(value, field, type)),
            _ => false,
        });
        return value;
    }

    /// <summary>Reads a TypeProto: the type of a tensor contains its shape, and the shape its dimensions.</summary>
    private bool TakeType(OnnxInput value, int field, WireType type) => (field, type) == (1, WireType.LengthDelimited)
        && wire.ReadMessage((field, type) => (field, type) == (2, WireType.LengthDelimited) && TakeShape(value));

    private bool TakeShape(OnnxInput value)
    {
        List<long?> dims = value.Dims ??= [];
        return wire.ReadMessage((field, type) => (field, type) == (1, WireType.LengthDelimited) && TakeDimension(dims));
    }

    private bool TakeDimension(List<long?> dims)
    {
        long? size = null;
        wire.ReadMessage((field, type) =>
        {
            if ((field, type) != (1, WireType.Varint))
                return false;
            size = wire.ReadWhole();
            return true;
        });
        if (dims.Count == MostRank)
            throw wire.Unreadable("a tensor has more than 16 dimensions");
        dims.Add(size);
        return true;
    }
}
