using System.Collections.Concurrent;
using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;

namespace Memti.Plugins.Trials;

/// <summary>The host's solver, and what it was asked.</summary>
internal sealed class WatchedArrays(IArraySolver arrays) : IArraySolver
{
    private readonly ConcurrentDictionary<string, string> _asked = new(StringComparer.Ordinal);

    /// <summary>Cells that arrays were asked of, in ordinal order.</summary>
    public IReadOnlyList<string> Cells => [.. _asked.Keys.Order(StringComparer.Ordinal)];

    public ArrayFigures Solve(ArrayRequest request)
    {
        _asked.TryAdd(request.Cell, request.Cell);
        return arrays.Solve(request);
    }

    public MemoryCell Cell(string name) => arrays.Cell(name);
}
