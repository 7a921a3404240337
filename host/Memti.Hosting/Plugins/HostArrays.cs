using Memti.Abstractions;

namespace Memti.Hosting;

/// <summary>The solver as plugins get it: searches take the host's time, not the plugin's.</summary>
internal sealed class HostArrays(IArraySolver solver) : IArraySolver
{
    public ArrayFigures Solve(ArrayRequest request) => HostTime.Spend(() => solver.Solve(request));

    public MemoryCell Cell(string name) => solver.Cell(name);
}
