using Memti.Abstractions.Arrays;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>Figures derived from the array, cell layout and write scheme. The technology adds power states, wear and retention.</summary>
public static class CellFigures
{
    /// <summary>Computes capacity, cells, area, leakage, and rates and energies per data bit.</summary>
    /// <param name="layout">How contents lie in cells. Partly filled cells raise the energy and time per data bit.</param>
    /// <param name="array">The solved array.</param>
    /// <param name="write">The cost of one parallel write.</param>
    /// <param name="parallelCells">Cells that one parallel write programs, at least 1.</param>
    /// <param name="isVolatile">True when contents are lost without power.</param>
    public static MemoryFigures Of(CellLayout layout, ArrayFigures array, CellWrite write, long parallelCells, bool isVolatile)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelCells, 1);
        return new MemoryFigures
        {
            Capacity = DataSize.FromBits(checked(array.Cells * layout.BitsPerCell)),
            Cells = array.Cells,
            CellsUsed = layout.Cells,
            Area = array.Area,
            Volatile = isVolatile,
            Read = Bandwidth.FromBytesPerSecond(array.ReadCellsPerSecond * layout.DataBitsPerCell / 8),
            // Groups of cells are written one after another, each in the time of a parallel write.
            Write = Bandwidth.FromBytesPerSecond(parallelCells / write.Time.Seconds * layout.DataBitsPerCell / 8),
            ReadLatency = array.ReadLatency,
            // A word that is wider than a parallel write takes several of them.
            WriteLatency = write.Time * ((array.WordCells + Math.Min(parallelCells, array.WordCells) - 1)
                / Math.Min(parallelCells, array.WordCells)),
            ReadPerBit = array.ReadEnergy / (array.WordCells * layout.DataBitsPerCell),
            WritePerBit = write.EnergyPerCell / layout.DataBitsPerCell,
            LevelWrites = write.Pulses is { } pulses ? LevelWrites.Of(pulses, write, parallelCells) : null,
            Pulses = write.Pulses,
            OnPower = array.Leakage,
            Organisation = array.Organisation,
            Status = array.Status,
        };
    }
}
