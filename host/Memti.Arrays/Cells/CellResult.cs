using Memti.Abstractions.Diagnostics;

namespace Memti.Arrays.Cells;

/// <summary>What came of reading a cell file.</summary>
/// <param name="File">The cell with its file; null when a finding is an error.</param>
/// <param name="Findings">All findings in the order of the file.</param>
public sealed record CellResult(CellFile? File, IReadOnlyList<Diagnostic> Findings);
