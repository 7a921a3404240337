using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Arrays;

/// <summary>The host's service that turns cells into an array with area, latency, energy and leakage.</summary>
public interface IArraySolver
{
    /// <summary>Solves one memory, composed of banks where one bank cannot hold it.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/> with the cells that are known.</exception>
    ArrayFigures Solve(ArrayRequest request);

    /// <summary>The cell of a name.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.UnknownCell"/> with the cells that are known.</exception>
    MemoryCell Cell(string name);
}
