using Memti.Abstractions;

namespace Memti.Plugins.Rram;

/// <summary>A resistive memory: keeps its contents without power, wears by writing, and cannot be read while it is written.</summary>
public sealed class RramMemory(RramOptions options) : IFaultyMemory
{
    /// <inheritdoc />
    public MemoryFigures Size(MemoryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CellLayout layout = CellLayout.Of(request.Contents, options.BitsPerCell, options.Packing);
        DataSize capacity = request.Provision(layout.RawBits, options.Capacity);
        ArrayFigures array = request.Arrays.Solve(new ArrayRequest(CellName, options.BitsPerCell, CellLayout.CellsFor(capacity, options.BitsPerCell))
        {
            MaximumBankCells = options.BankCells,
            Banks = options.Banks,
            WordCells = options.WordCells,
            Profile = options.Profile,
            Target = options.Target,
        });
        return Describe(layout, array, CellWrite.Of(PulsesIn(array), array), request.Arrays.Cell(CellName));
    }

    /// <inheritdoc />
    public IValueFaults FaultsOf(StoredValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return CellFaults.Of(values.Arrays.Cell(CellName), values, options.BitsPerCell, options.ValueCells, options.Encoding, options.SenseOffset);
    }

    private string CellName => options.Cell ?? (options.BitsPerCell == 1 ? "rram-1t1r-53f2" : "rram-1t1r-20f2");

    private CellPulses PulsesIn(ArrayFigures array) => new()
    {
        BitsPerCell = options.BitsPerCell,
        SetPulse = options.SetPulse,
        ResetPulse = options.ResetPulse,
        SetEnergy = options.SetEnergy,
        ResetEnergy = options.ResetEnergy,
        PulseOverhead = options.PulseOverhead ?? (array.DriveEnergy / array.WordCells),
        ProgramPulses = options.ProgramPulses,
    };

    private MemoryFigures Describe(CellLayout layout, ArrayFigures array, CellWrite write, MemoryCell cell) => CellFigures.Of(layout, array, write, options.ParallelCells, isVolatile: false) with
    {
        WriteIsExclusive = true,
        OffPower = array.OffPower,
        WakeLatency = array.WakeLatency,
        WakeEnergy = array.WakeEnergy,
        Endurance = options.EnduranceCycles ?? cell.EnduranceCycles,
        Retention = options.RetentionYears is { } years ? TimeSpan.FromDays(years * 365.25) : cell.RetentionSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };
}
