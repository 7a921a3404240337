using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>
/// A memory of cells, from a cell file or a plugin. The array solver gives area, speed, power and write pulses; the cell file gives wear
/// and retention. The same cell with the same options gives the same memory, whichever kind offers it.
/// </summary>
/// <param name="options">Settings of the scenario.</param>
/// <param name="defaultCell">Name of the cell when the options name none.</param>
public sealed class CellMemory(CellMemoryOptions options, string defaultCell) : IFaultyMemory
{
    private readonly CellMemoryOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    /// <inheritdoc />
    /// <exception cref="MemtiException">
    /// Also <see cref="DiagnosticCode.UnknownCell"/>, and <see cref="DiagnosticCode.ValueOutOfRange"/> for more bits per cell than the cell
    /// stores.
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
        return CellFaults.Of(
            values.Arrays.Cell(CellName), values, _options.BitsPerCell, _options.ValueCells, _options.Encoding, _options.SenseOffset);
    }

    // Kept as written in the scenario: it may be the path of a cell file, which the solver resolves.
    private string CellName => _options.Cell ?? defaultCell;

    private ArrayRequest ArrayOf(DataSize capacity) =>
        new(CellName, _options.BitsPerCell, CellLayout.CellsFor(capacity, _options.BitsPerCell))
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

    private CellWrite Write(ArrayFigures array) =>
        array.Pulses is { } pulses ? CellWrite.Of(Changed(pulses), array) : CellWrite.Access(array);

    private CellPulses Changed(CellPulses pulses) => pulses with
    {
        SetPulse = _options.SetPulse ?? pulses.SetPulse,
        ResetPulse = _options.ResetPulse ?? pulses.ResetPulse,
        SetEnergy = _options.SetEnergy ?? pulses.SetEnergy,
        ResetEnergy = _options.ResetEnergy ?? pulses.ResetEnergy,
        PulseOverhead = _options.PulseOverhead ?? pulses.PulseOverhead,
        ProgramPulses = _options.ProgramPulses,
    };

    /// <summary>Each bank of a volatile memory writes one word at a time. Non-volatile cells draw so much current that only one bank
    /// writes.</summary>
    private long ParallelCells(MemoryCell cell, ArrayFigures array) =>
        _options.ParallelCells ?? (cell.IsVolatile ? (long)array.Banks * array.WordCells : array.WordCells);

    private MemoryFigures Wear(MemoryFigures figures, MemoryCell cell) => figures with
    {
        WriteIsExclusive = !cell.IsVolatile,
        Endurance = _options.EnduranceCycles ?? cell.EnduranceCycles,
        // A year of 365.25 days, the Julian year.
        Retention = cell.IsVolatile ? null : RetentionOf(_options.RetentionYears * 365.25 * 86400 ?? cell.RetentionSeconds),
    };

    /// <summary>Leaving retention costs a whole wake-up. This is an upper bound, because the rail is already charged in part.</summary>
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

    // TimeSpan ends at 29,000 years; cells that last longer count as lasting that long.
    private static TimeSpan? RetentionOf(double? seconds) => seconds switch
    {
        null => null,
        { } known when known >= TimeSpan.MaxValue.TotalSeconds => TimeSpan.MaxValue,
        { } known => TimeSpan.FromSeconds(known),
    };
}
