using Memti.Abstractions.Arrays;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>What a memory of cells owes to its array, its layout and its way of writing; power states, wear and retention are the technology's own to add.</summary>
public static class CellFigures
{
    /// <summary>Capacity, cells, area, leakage, and rates and energies per data bit.</summary>
    /// <param name="layout">How the contents lie in the cells: a cell that is not filled makes each data bit dearer and slower.</param>
    /// <param name="array">The solved array.</param>
    /// <param name="write">One parallel write.</param>
    /// <param name="parallelCells">Cells that one parallel write programs, at least 1.</param>
    /// <param name="isVolatile">True when contents die without power.</param>
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
            Write = Bandwidth.FromBytesPerSecond(parallelCells / write.Time.Seconds * layout.DataBitsPerCell / 8),
            ReadPerBit = array.ReadEnergy / (array.WordCells * layout.DataBitsPerCell),
            WritePerBit = write.EnergyPerCell / layout.DataBitsPerCell,
            LevelWrites = write.Pulses is { } pulses ? LevelWrites.Of(pulses, write, parallelCells) : null,
            OnPower = array.Leakage,
            Organisation = array.Organisation,
            Status = array.Status,
        };
    }
}
