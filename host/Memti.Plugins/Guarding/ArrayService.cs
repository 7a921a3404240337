using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;

namespace Memti.Plugins.Guarding;

/// <summary>The solver as plugins get it: searches take the host's time, not the plugin's.</summary>
internal sealed class ArrayService(IArraySolver solver) : IArraySolver
{
    public ArrayFigures Solve(ArrayRequest request) => HostServiceTimer.Spend(() => solver.Solve(request));

    public MemoryCell Cell(string name) => solver.Cell(name);
}
