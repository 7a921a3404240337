using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays;
using Memti.Plugins.Guarding;

namespace Memti.Runs.Planning;

/// <summary>
/// The solver as one memory of a design gets it: remembers what it was asked, and gives a cell of which a number was moved in place of
/// the cell. An array that only a cell, a process, a temperature, the rules or the target make another keeps the organisation that it was
/// built in: what rests on a number is not to depend on which organisation a search happens to prefer a percent further on. One that
/// cannot be built so is refused.
/// </summary>
/// <param name="solver">The host's solver.</param>
/// <param name="moved">A cell of which a number was moved; null for none.</param>
/// <param name="built">What the memory asked before anything was moved; empty when nothing is.</param>
internal sealed class PlannedArrays(ArraySolver solver, PerturbedCell? moved, IReadOnlyList<ArrayRequest> built) : IArraySolver
{
    private readonly List<ArrayRequest> _solved = [];
    private readonly SortedDictionary<string, MemoryCell> _cells = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>The arrays that were asked for, in their order.</summary>
    public IReadOnlyList<ArrayRequest> Solved => _solved;

    /// <summary>The cells that were asked for, by the name that was used.</summary>
    public IReadOnlyDictionary<string, MemoryCell> Cells => _cells;

    public MemoryCell Cell(string name)
    {
        MemoryCell cell = solver.Cell(name);
        lock (_lock)
            _cells.TryAdd(name, cell);
        return moved?.Cell.Name == cell.Name ? moved.Cell : cell;
    }

    public ArrayFigures Solve(ArrayRequest request) => HostServiceTimer.Spend(() =>
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Cells, 1);
        MemoryCell cell = Cell(request.Cell);
        int index;
        lock (_lock)
        {
            index = _solved.Count;
            _solved.Add(request);
        }

        if (index >= built.Count || !ArraySolver.IsBuiltAs(request, built[index]))
            return solver.Solve(request, cell);
        return solver.SolveAs(request, cell, built[index])
            ?? throw new MemtiException(DiagnosticCode.NoArray, $"an array of '{cell.Name}' cannot keep its organisation.");
    });
}
