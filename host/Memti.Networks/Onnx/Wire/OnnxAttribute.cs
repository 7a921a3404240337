namespace Memti.Networks.Onnx.Wire;

/// <summary>An attribute of a node, reduced to the values that supported operators read.</summary>
internal sealed record OnnxAttribute
{
    public string Name { get; set; } = "";

    /// <summary>Value of a whole number; 0 otherwise.</summary>
    public long Whole { get; set; }

    /// <summary>Value of a real number; 0 otherwise.</summary>
    public double Real { get; set; }

    /// <summary>Value of a text; empty otherwise.</summary>
    public string Text { get; set; } = "";

    /// <summary>Values of a list of whole numbers; empty otherwise.</summary>
    public List<long> Wholes { get; } = [];

    /// <summary>Values of a list of real numbers; empty otherwise.</summary>
    public List<double> Reals { get; } = [];

    /// <summary>Number of texts in a list of texts.</summary>
    public int Texts { get; set; }

    /// <summary>Value of a tensor; null otherwise.</summary>
    public OnnxTensor? Tensor { get; set; }

    /// <summary>Graphs that the node runs, such as the branches of an If.</summary>
    public List<OnnxGraph> Graphs { get; } = [];

    /// <summary>Attribute of the calling node that gives the value, within a local function; empty for a value of its own.</summary>
    public string Reference { get; set; } = "";
}
