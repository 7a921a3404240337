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
        ArrayFigures array = request.Arrays.Solve(new ArrayRequest(CellName, options.BitsPerCell, CellLayout.CellsFor(capacity, options.BitsPerCell))
        {
            MaximumBankCells = options.BankCells,
            Target = options.Target,
        });
        return Describe(layout, array, CellWrite.Of(Pulses, array));
    }

    private string CellName => options.Cell ?? (options.BitsPerCell == 1 ? "rram-1t1r-53f2" : "rram-1t1r-20f2");

    private CellPulses Pulses => new()
    {
        BitsPerCell = options.BitsPerCell,
        SetPulse = options.SetPulse,
        ResetPulse = options.ResetPulse,
        SetEnergy = options.SetEnergy,
        ResetEnergy = options.ResetEnergy,
        PulseOverhead = options.PulseOverhead,
        ProgramPulses = options.ProgramPulses,
    };

    private MemoryFigures Describe(CellLayout layout, ArrayFigures array, CellWrite write) => CellFigures.Of(layout, array, write, options.ParallelCells, isVolatile: false) with
    {
        WriteIsExclusive = true,
        OffPower = array.Leakage * options.OffLeakageRatio,
        WakeLatency = options.Wake,
        WakeEnergy = options.WakePerMiCells * (array.Cells / 1048576.0),
        Endurance = options.EnduranceCycles,
        Retention = TimeSpan.FromDays(options.RetentionYears * 365.25),
    };
}
