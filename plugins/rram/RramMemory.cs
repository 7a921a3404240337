using Memti.Abstractions;

namespace Memti.Plugins.Rram;

/// <summary>A resistive memory: keeps its contents without power, wears by writing, and cannot be read while it is written.</summary>
public sealed class RramMemory(RramOptions options) : IMemoryModel
{
    /// <inheritdoc />
    public MemoryFigures Size(MemoryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CellLayout layout = CellLayout.Of(request.Contents, options.BitsPerCell, options.Packing);
        DataSize capacity = request.Provision(layout.RawBits, options.Capacity);
        ArrayFigures array = request.Arrays.Solve(new ArrayRequest(CellName, options.BitsPerCell, CellsFor(capacity))
        {
            MaximumBankCells = options.BankCells,
            Target = options.Target,
        });
        return Describe(layout, array, CellWrite.Of(options, array));
    }

    private string CellName => options.Cell ?? (options.BitsPerCell == 1 ? "rram-1t1r-53f2" : "rram-1t1r-20f2");

    private long CellsFor(DataSize capacity) => Math.Max((capacity.Bits + options.BitsPerCell - 1) / options.BitsPerCell, 1);

    private MemoryFigures Describe(CellLayout layout, ArrayFigures array, CellWrite write) => new()
    {
        Capacity = DataSize.FromBits(array.Cells * options.BitsPerCell),
        Cells = array.Cells,
        CellsUsed = layout.Cells,
        Area = array.Area,
        Volatile = false,
        Read = Bandwidth.FromBytesPerSecond(array.ReadCellsPerSecond * layout.DataBitsPerCell / 8),
        Write = Bandwidth.FromBytesPerSecond(options.ParallelCells / write.Time.Seconds * layout.DataBitsPerCell / 8),
        WriteIsExclusive = true,
        ReadPerBit = array.ReadEnergy / (array.WordCells * layout.DataBitsPerCell),
        WritePerBit = write.EnergyPerCell / layout.DataBitsPerCell,
        OnPower = array.Leakage,
        OffPower = array.Leakage * options.OffLeakageRatio,
        WakeLatency = options.Wake,
        WakeEnergy = options.WakePerMiCells * (array.Cells / 1048576.0),
        Endurance = options.EnduranceCycles,
        Retention = TimeSpan.FromDays(options.RetentionYears * 365.25),
        Organisation = array.Organisation,
        Status = array.Status,
    };
}
