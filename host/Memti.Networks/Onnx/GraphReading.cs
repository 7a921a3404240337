using Memti.Abstractions.Diagnostics;
using Memti.Networks.Layers;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx;

/// <summary>What a graph says.</summary>
/// <param name="Rows">The layers, with the fusions of the accelerator.</param>
/// <param name="Findings">Warnings.</param>
/// <param name="Values">The tensors of the graph by name.</param>
internal sealed record GraphReading(
    IReadOnlyList<LayerRow> Rows, IReadOnlyList<Diagnostic> Findings, IReadOnlyDictionary<string, GraphValue?> Values);
