using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Engines;

/// <summary>A network file to read as a graph.</summary>
/// <param name="File">An ONNX file, a layer table (<c>.csv</c>, <c>.yaml</c>, <c>.json</c>), or the name of a network that ships.</param>
public sealed record GraphRequest(ScenarioFile File)
{
    /// <summary>Shapes of inputs that an ONNX graph leaves open or fixes otherwise, such as <c>image=1x3x32x32</c>, with commas between
    /// several. Default: null, for those of the file.</summary>
    public string? Inputs { get; init; }

    /// <summary>Height and width in pixels at which the only input of an ONNX graph is read; 1 to 4096. Default: null, for those of the
    /// file.</summary>
    public int? InputPx { get; init; }

    /// <summary>Name of the value at which an ONNX graph ends, such as the last map of a feature extractor. Default: null, for its first
    /// output.</summary>
    public string? End { get; init; }
}
