using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>
/// A memory of cells, of a cell file alone or of a plugin: the array solver gives area, speed, power and the pulses of a write, the cell's survey data
/// wear and retention. The same cell with the same options is the same memory, whichever kind offers it.
/// </summary>
/// <param name="options">What the scenario says.</param>
/// <param name="defaultCell">Name of the cell that is used where the options name none.</param>
public sealed class CellMemory(CellMemoryOptions options, string defaultCell) : IFaultyMemory
{
    private readonly CellMemoryOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    /// <inheritdoc />
    /// <exception cref="MemtiException">
    /// Also <see cref="DiagnosticCode.UnknownCell"/>, and <see cref="DiagnosticCode.ValueOutOfRange"/> for more bits per cell than the cell stores.
    /// </exception>
    public MemoryFigures Size(MemoryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        MemoryCell cell = request.Arrays.Cell(CellName);
        CellBits.Require(cell, _options.BitsPerCell, $"memories.{request.Memory}.bits_per_cell");
        CellLayout layout = CellLayout.Of(request.Contents, _options.BitsPerCell, _options.Packing);
        DataSize capacity = request.Provision(layout.RawBits, _options.Capacity);
        ArrayFigures array = request.Arrays.Solve(ArrayOf(capacity));
        return PowerStates(Wear(CellFigures.Of(layout, array, Write(array), ParallelCells(cell, array), cell.IsVolatile), cell), array);
    }

    /// <inheritdoc />
    public IValueFaults FaultsOf(StoredValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return CellFaults.Of(values.Arrays.Cell(CellName), values, _options.BitsPerCell, _options.ValueCells, _options.Encoding, _options.SenseOffset);
    }

    // As the scenario names it, which may be the path of a file.
    private string CellName => _options.Cell ?? defaultCell;

    private ArrayRequest ArrayOf(DataSize capacity) => new(CellName, _options.BitsPerCell, CellLayout.CellsFor(capacity, _options.BitsPerCell))
    {
        Profile = _options.Profile,
        Target = _options.Target,
        WordCells = _options.WordCells,
        MaximumBankCells = _options.BankCells,
        Banks = _options.Banks,
        NodeNanometres = _options.NodeNm,
        Roadmap = _options.Roadmap,
        TemperatureKelvin = _options.TemperatureK,
    };

    private CellWrite Write(ArrayFigures array) => array.Pulses is { } pulses ? CellWrite.Of(Changed(pulses), array) : CellWrite.Access(array);

    private CellPulses Changed(CellPulses pulses) => pulses with
    {
        SetPulse = _options.SetPulse ?? pulses.SetPulse,
        ResetPulse = _options.ResetPulse ?? pulses.ResetPulse,
        SetEnergy = _options.SetEnergy ?? pulses.SetEnergy,
        ResetEnergy = _options.ResetEnergy ?? pulses.ResetEnergy,
        PulseOverhead = _options.PulseOverhead ?? pulses.PulseOverhead,
        ProgramPulses = _options.ProgramPulses,
    };

    /// <summary>A bank writes a word at a time; non-volatile cells need so much current that only one bank does.</summary>
    private long ParallelCells(MemoryCell cell, ArrayFigures array) =>
        _options.ParallelCells ?? (cell.IsVolatile ? (long)array.Banks * array.WordCells : array.WordCells);

    private MemoryFigures Wear(MemoryFigures figures, MemoryCell cell) => figures with
    {
        WriteIsExclusive = !cell.IsVolatile,
        Endurance = _options.EnduranceCycles ?? cell.EnduranceCycles,
        Retention = cell.IsVolatile ? null : RetentionOf(_options.RetentionYears * 365.25 * 86400 ?? cell.RetentionSeconds),
    };

    /// <summary>From the retention voltage the rail is charged in part; that it costs a whole wake-up is an upper bound.</summary>
    private static MemoryFigures PowerStates(MemoryFigures figures, ArrayFigures array)
    {
        bool retains = figures.Volatile && array.RetentionPower is not null;
        return figures with
        {
            RefreshPower = array.RefreshPower,
            OffPower = array.OffPower,
            WakeLatency = array.WakeLatency,
            WakeEnergy = array.WakeEnergy,
            HasRetention = retains,
            RetentionPower = retains ? array.RetentionPower!.Value : Power.Zero,
            RetentionExitLatency = retains ? array.WakeLatency : SimTime.Zero,
            RetentionExitEnergy = retains ? array.WakeEnergy : Energy.Zero,
        };
    }

    private static TimeSpan? RetentionOf(double? seconds) => seconds switch
    {
        null => null,
        { } known when known >= TimeSpan.MaxValue.TotalSeconds => TimeSpan.MaxValue,
        { } known => TimeSpan.FromSeconds(known),
    };
}
