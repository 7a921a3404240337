using Memti.Abstractions.Diagnostics;

namespace Memti.Networks.Layers;

/// <summary>What came of reading a network.</summary>
/// <param name="Table">The network; null when a finding is an error.</param>
/// <param name="Findings">All findings in the order of the file; of an ONNX file the first one.</param>
public sealed record NetworkResult(NetworkTable? Table, IReadOnlyList<Diagnostic> Findings);
