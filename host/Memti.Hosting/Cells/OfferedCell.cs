using Memti.Abstractions;

namespace Memti.Hosting;

/// <summary>A cell whose file offers a memory kind.</summary>
/// <param name="Kind">The word that a scenario uses.</param>
/// <param name="Cell">The cell that memories of the kind are built of, unless they name another.</param>
/// <param name="File">The cell's file, as messages name it.</param>
public sealed record OfferedCell(string Kind, MemoryCell Cell, string File);
