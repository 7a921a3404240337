namespace Memti.Networks.Onnx.Wire;

/// <summary>A node of a graph: an operator with the names of its tensors.</summary>
internal sealed record OnnxNode
{
    public string Name { get; set; } = "";

    public string Operator { get; set; } = "";

    public string Domain { get; set; } = "";

    /// <summary>Names of the inputs; empty for an omitted optional input.</summary>
    public List<string> Inputs { get; } = [];

    public List<string> Outputs { get; } = [];

    public List<OnnxAttribute> Attributes { get; init; } = [];

    /// <summary>Domain of the operators of QONNX on maps with channels last.</summary>
    public const string ChannelsLast = "qonnx.custom_op.channels_last";

    /// <summary>True for an operator of ONNX on a map with channels last, as QONNX has it.</summary>
    public bool IsChannelsLast => Domain == ChannelsLast;

    /// <summary>True for an operator of ONNX itself.</summary>
    public bool IsStandard => Domain is "" or "ai.onnx";

    /// <summary>The operator with its domain, as findings name it.</summary>
    public string ShownOperator => IsStandard ? Operator : $"{Domain}.{Operator}";

    /// <summary>Name of the node in findings and layers: its own name, else that of its first output, else its operator.</summary>
    public string Shown => Name.Length > 0 ? Name : Outputs.Count > 0 && Outputs[0].Length > 0 ? Outputs[0] : Operator;
}
