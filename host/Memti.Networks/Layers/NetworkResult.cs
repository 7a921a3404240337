using Memti.Abstractions.Diagnostics;

namespace Memti.Networks.Layers;

/// <summary>Result of reading a network.</summary>
/// <param name="Table">The network; null when a finding is an error.</param>
/// <param name="Findings">All findings in file order; for an ONNX file only the first.</param>
public sealed record NetworkResult(NetworkTable? Table, IReadOnlyList<Diagnostic> Findings);
