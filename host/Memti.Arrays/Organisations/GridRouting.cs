using Memti.Arrays.Banks;

namespace Memti.Arrays.Organisations;

/// <summary>Routes the wires of a grid of mats.</summary>
internal static class GridRouting
{
    /// <summary>The grid with its wires. Null when address or data bits run out before the mats are reached.</summary>
    public static BankGrid? Of(
        Routing routing, int rows, int columns, int activeRows, int activeColumns, int addressBits, long wordCells, int bitsOut)
    {
        MatWires? wires = routing == Routing.HTree
            ? HTree.Of(rows, columns, activeRows, activeColumns, addressBits, wordCells, bitsOut)
            : GlobalBus.Of(rows, columns, activeRows, activeColumns, addressBits, wordCells, bitsOut);
        if (wires is not { DataBits: > 0 } laid)
            return null;
        // With shared amplifiers the cells themselves discharge the bus. Its delay and energy are then in SharedSense.
        bool cellsMoveBus = routing == Routing.SharedSense;
        return new BankGrid(
            rows, columns, activeRows, activeColumns, cellsMoveBus ? laid with { VerticalBitLengths = 0, VerticalSquares = 0 } : laid);
    }
}
