using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;

namespace Memti.Arrays.NvsimCells;

/// <summary>What came of importing a cell.</summary>
/// <param name="Text">The cell file; null when a finding is an error.</param>
/// <param name="Cell">The cell that the text gives; null when a finding is an error.</param>
/// <param name="Findings">All findings in the order of the imported file.</param>
public sealed record CellImport(string? Text, MemoryCell? Cell, IReadOnlyList<Diagnostic> Findings);
