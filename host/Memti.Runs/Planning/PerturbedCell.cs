using Memti.Abstractions.Cells;

namespace Memti.Runs.Planning;

/// <summary>A cell with one of its numbers moved.</summary>
/// <param name="Cell">The cell as it is now.</param>
/// <param name="Number">Which number was moved to what, to tell moves apart.</param>
internal sealed record PerturbedCell(MemoryCell Cell, string Number);
