using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Arrays;

/// <summary>Host service that computes area, latency, energy and leakage of an array of cells.</summary>
public interface IArraySolver
{
    /// <summary>Solves the array of one memory, divided into banks where one bank cannot hold it.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/>: no organisation fits; lists the known cells.</exception>
    ArrayFigures Solve(ArrayRequest request);

    /// <summary>Finds a cell by name.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.UnknownCell"/>: lists the known cells.</exception>
    MemoryCell Cell(string name);
}
