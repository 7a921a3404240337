using Memti.Networks.Layers;

namespace Memti.Networks.Onnx.Graphs;

/// <summary>A feature map whose patches under a window are written out one behind the other, as Im2Col does. A product with them is a
/// convolution over the map.</summary>
/// <param name="Map">The feature map.</param>
/// <param name="Row">The convolution, but for its name and its filters.</param>
/// <param name="IsDepthwise">True where the matrix holds one filter for each channel, and zeros elsewhere.</param>
internal sealed record PatchedMap(GraphValue Map, LayerRow Row, bool IsDepthwise);
