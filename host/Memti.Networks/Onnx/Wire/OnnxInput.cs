namespace Memti.Networks.Onnx.Wire;

/// <summary>An input of a graph.</summary>
internal sealed record OnnxInput
{
    public string Name { get; set; } = "";

    /// <summary>The shape; null when none is stated.</summary>
    public List<OnnxDimension>? Dims { get; set; }
}

/// <summary>A dimension of an input.</summary>
/// <param name="Size">Its size; null where the file leaves it open.</param>
/// <param name="Name">Its name where it is open; may be empty.</param>
internal sealed record OnnxDimension(long? Size, string Name);
