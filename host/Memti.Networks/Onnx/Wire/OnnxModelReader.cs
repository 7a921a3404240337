using Memti.Abstractions.Diagnostics;
using WireType = Google.Protobuf.WireFormat.WireType;

namespace Memti.Networks.Onnx.Wire;

/// <summary>Reads a model and the parts of its graph that determine shapes. Field numbers are those of onnx.proto (ONNX 1.16).</summary>
internal sealed class OnnxModelReader(OnnxWire wire, bool keepsWeights)
{
    /// <summary>Longest name in bytes.</summary>
    private const int LongestName = 4096;
    /// <summary>Most dimensions of a tensor.</summary>
    private const int MostRank = 16;
    /// <summary>Most numbers kept of a list attribute.</summary>
    private const int MostNumbers = 1024;

    private readonly OnnxTensorReader _tensors = new(wire, keepsWeights);
    private readonly List<OnnxFunction> _functions = [];
    private OnnxGraph? _graph;

    /// <summary>Reads a model.</summary>
    /// <param name="wire">The file.</param>
    /// <param name="keepsWeights">True to keep the values of weights. Default: false.</param>
    /// <exception cref="Google.Protobuf.InvalidProtocolBufferException">The file is truncated or not a protocol buffer.</exception>
    /// <exception cref="MemtiException">The file has no graph or exceeds a limit.</exception>
    public static OnnxModel Read(OnnxWire wire, bool keepsWeights = false)
    {
        OnnxModelReader reader = new(wire, keepsWeights);
        wire.ReadFields(reader.TakeModel);
        return reader._graph is { } graph
            ? new OnnxModel { Graph = graph, Functions = reader._functions }
            : throw wire.Unreadable("the file ends, and it has no graph");
    }

    private bool TakeModel(int field, WireType type)
    {
        switch (field, type)
        {
            // A field that occurs twice is merged, as protocol buffers require of embedded messages.
            case (7, WireType.LengthDelimited): return ReadGraph(_graph ??= new OnnxGraph());
            case (25, WireType.LengthDelimited): return ReadFunction();
            default: return false;
        }
    }

    private bool ReadFunction()
    {
        OnnxFunction function = new();
        _functions.Add(function);
        return wire.ReadMessage((field, type) => type == WireType.LengthDelimited && TakeFunctionField(function, field));
    }

    private bool TakeFunctionField(OnnxFunction function, int field)
    {
        switch (field)
        {
            case 1: function.Name = wire.ReadText(LongestName); return true;
            case 4: function.Inputs.Add(wire.ReadText(LongestName)); return true;
            case 5: function.Outputs.Add(wire.ReadText(LongestName)); return true;
            case 7: return ReadNode(function.Nodes);
            case 10: function.Domain = wire.ReadText(LongestName); return true;
            case 11: function.Defaults.Add(ReadAttribute()); return true;
            default: return false;
        }
    }

    private bool ReadGraph(OnnxGraph graph) => wire.ReadMessage((field, type) => type == WireType.LengthDelimited && field switch
    {
        1 => ReadNode(graph.Nodes),
        5 => Add(graph.Initializers, _tensors.Read()),
        11 => Add(graph.Inputs, ReadValue()),
        12 => Add(graph.Outputs, ReadValue().Name),
        15 => Add(graph.Initializers, _tensors.ReadSparse()),
        _ => false,
    });

    private static bool Add<T>(List<T> list, T item)
    {
        list.Add(item);
        return true;
    }

    private bool ReadNode(List<OnnxNode> nodes)
    {
        OnnxNode node = new();
        nodes.Add(node);
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
            case (2, WireType.Fixed32): attribute.Real = wire.ReadReal(); return true;
            case (3, WireType.Varint): attribute.Whole = wire.ReadWhole(); return true;
            case (4, WireType.LengthDelimited):
                attribute.Text = System.Text.Encoding.UTF8.GetString(wire.ReadBytes(LongestName) ?? []);
                return true;
            case (5, WireType.LengthDelimited): attribute.Tensor = _tensors.Read(); return true;
            case (6 or 11, WireType.LengthDelimited): return ReadSubgraph(attribute);
            case (7, WireType.LengthDelimited or WireType.Fixed32): wire.ReadReals(type, attribute.Reals, MostNumbers, false); return true;
            case (8, WireType.LengthDelimited or WireType.Varint): wire.ReadWholes(type, attribute.Wholes, MostNumbers); return true;
            case (9, WireType.LengthDelimited): attribute.Texts++; return false;
            case (21, WireType.LengthDelimited): attribute.Reference = wire.ReadText(LongestName); return true;
            case (22, WireType.LengthDelimited): attribute.Tensor = _tensors.ReadSparse(); return true;
            default: return false;
        }
    }

    private bool ReadSubgraph(OnnxAttribute attribute)
    {
        OnnxGraph graph = new();
        attribute.Graphs.Add(graph);
        return ReadGraph(graph);
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
        List<OnnxDimension> dims = value.Dims ??= [];
        return wire.ReadMessage((field, type) => (field, type) == (1, WireType.LengthDelimited) && TakeDimension(dims));
    }

    private bool TakeDimension(List<OnnxDimension> dims)
    {
        long? size = null;
        string name = "";
        wire.ReadMessage((field, type) =>
        {
            switch (field, type)
            {
                case (1, WireType.Varint): size = wire.ReadWhole(); return true;
                case (2, WireType.LengthDelimited): name = wire.ReadText(LongestName); return true;
                default: return false;
            }
        });
        if (dims.Count == MostRank)
            throw wire.Unreadable("a tensor has more than 16 dimensions");
        dims.Add(new OnnxDimension(size, name));
        return true;
    }
}
