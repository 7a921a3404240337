namespace Memti.Networks.Codes;

/// <summary>Codes of networks as data: layer tables (<c>*.csv</c>, <c>*.yaml</c>, <c>*.json</c>) and ONNX graphs.</summary>
public static class NetworkCodes
{
    /// <summary>A network that is neither a shipped table nor a file of a known kind.</summary>
    public const string UnknownNetwork = "MEMTI2701";

    /// <summary>A layer table that is not well-formed YAML, CSV or JSON.</summary>
    public const string NetworkSyntax = "MEMTI2702";

    /// <summary>A layer whose sizes contradict each other.</summary>
    public const string NetworkShape = "MEMTI2703";

    /// <summary>A network beyond the limits: too large a file, too many layers, or too large a layer.</summary>
    public const string NetworkTooLarge = "MEMTI2704";

    /// <summary>A layer whose input size no earlier layer produces; a warning.</summary>
    public const string NetworkChain = "MEMTI2705";

    /// <summary>An ONNX file that is truncated, or that is something else.</summary>
    public const string OnnxUnreadable = "MEMTI2706";

    /// <summary>An ONNX operator, or an attribute of one, that is not supported.</summary>
    public const string OnnxOperator = "MEMTI2707";

    /// <summary>An inconsistent ONNX graph: a tensor without a producer, a cycle, or nodes out of order.</summary>
    public const string OnnxGraph = "MEMTI2708";

    /// <summary>A shape in an ONNX graph that is unknown, or that its operator does not accept.</summary>
    public const string OnnxShape = "MEMTI2709";

    /// <summary>Operators of an ONNX graph behind its last layer that are left out; a warning.</summary>
    public const string OnnxLeftOut = "MEMTI2710";

    /// <summary>A batch or a shape of an input that the network does not take.</summary>
    public const string OnnxInput = "MEMTI2711";

    /// <summary>An operator of an ONNX graph, or a use of one, that cannot be trained.</summary>
    public const string NotTrainable = "MEMTI2712";

    /// <summary>Weights of an ONNX graph that cannot be read: sparse, cut off, or in a file outside the folder of the graph.</summary>
    public const string WeightsUnreadable = "MEMTI2713";

    /// <summary>A layer table from which no graph follows.</summary>
    public const string TableGraph = "MEMTI2714";

    /// <summary>A layer of another program's table that a layer table does not have.</summary>
    public const string PeerLayer = "MEMTI2715";

    /// <summary>A layer of a table that shares the weights of a layer that is not before it, or whose name is ambiguous.</summary>
    public const string UnknownWeights = "MEMTI6010";
}
