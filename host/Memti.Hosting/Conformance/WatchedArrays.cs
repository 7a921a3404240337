using System.Collections.Concurrent;
using Memti.Abstractions;

namespace Memti.Hosting;

/// <summary>The host's solver, which remembers its answers, so that many laws on one array cost one search, and what it was asked.</summary>
internal sealed class WatchedArrays(IArraySolver arrays) : IArraySolver
{
    private readonly ConcurrentDictionary<ArrayRequest, Lazy<ArrayFigures>> _answers = new();

    /// <summary>Cells that arrays were asked of, with their bits per cell; in ordinal order.</summary>
    public IReadOnlyList<(string Cell, int BitsPerCell)> Asked =>
    [
        .. _answers.Keys.Select(static request => (request.Cell, request.BitsPerCell)).Distinct()
            .OrderBy(static asked => asked.Cell, StringComparer.Ordinal).ThenBy(static asked => asked.BitsPerCell),
    ];

    public ArrayFigures Solve(ArrayRequest request) =>
        _answers.GetOrAdd(request, static (asked, solver) => new Lazy<ArrayFigures>(() => solver.Solve(asked)), arrays).Value;

    public MemoryCell Cell(string name) => arrays.Cell(name);
}
