using Memti.Abstractions.Cells;
using Memti.Arrays;
using Memti.Arrays.Cells;

namespace Memti.Plugins.Memories.Tests;

/// <summary>The array solver with the cells that ship beside the plugins.</summary>
internal static class ShippedArrays
{
    private static readonly Dictionary<string, MemoryCell> Cells = Directory
        .GetFiles(Path.Combine(AppContext.BaseDirectory, "cells"), "*" + CellFile.Extension)
        .Select(static path => CellReader.ReadFile(path).File!.Cell)
        .ToDictionary(static cell => cell.Name);

    /// <summary>One solver for all tests, so that each array is solved once.</summary>
    public static ArraySolver Solver { get; } = new(static name => Cells[name]);
}
