using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>
/// A memory whose technology is a cell and nothing else: the array solver gives area, speed and power, the cell's pulses the write, the
/// cell's survey data wear and retention.
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
        RequireBits(cell, request.Memory);
        CellLayout layout = CellLayout.Of(request.Contents, _options.BitsPerCell, _options.Packing);
        DataSize capacity = request.Provision(layout.RawBits, _options.Capacity);
        ArrayFigures array = request.Arrays.Solve(ArrayOf(capacity));
        return PowerStates(Wear(CellFigures.Of(layout, array, Write(cell, array), ParallelCells(cell, array), cell.IsVolatile), cell, array), array);
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
        NodeNanometres = _options.NodeNm,
        Roadmap = _options.Roadmap,
        TemperatureKelvin = _options.TemperatureKelvin,
    };

    private CellWrite Write(MemoryCell cell, ArrayFigures array) => ArrayPulses.Of(cell, _options, array) is { } pulses
        ? CellWrite.Of(pulses, array)
        : CellWrite.Access(array);

    /// <summary>A bank writes a word at a time; non-volatile cells need so much current that only one bank does.</summary>
    private long ParallelCells(MemoryCell cell, ArrayFigures array) =>
        _options.ParallelCells ?? (cell.IsVolatile ? (long)array.Banks * array.WordCells : array.WordCells);

    private MemoryFigures Wear(MemoryFigures figures, MemoryCell cell, ArrayFigures array) => figures with
    {
        WriteIsExclusive = !cell.IsVolatile,
        Endurance = _options.EnduranceCycles ?? cell.EnduranceCycles,
        Retention = cell.IsVolatile ? null : RetentionOf(_options.RetentionYears * 365.25 * 86400 ?? cell.RetentionSeconds),
        Status = (NumberStatus)Math.Max((int)cell.Status, (int)array.Status),
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

    private void RequireBits(MemoryCell cell, string memory)
    {
        if (_options.BitsPerCell <= cell.MaximumBitsPerCell)
            return;
        string permitted = cell.MaximumBitsPerCell == 1 ? "1" : FormattableString.Invariant($"1 to {cell.MaximumBitsPerCell}");
        throw new MemtiException(new Diagnostic(
            DiagnosticCode.ValueOutOfRange,
            FormattableString.Invariant($"'memories.{memory}.bits_per_cell' is {_options.BitsPerCell}, and cell '{cell.Name}' stores fewer bits; permitted: {permitted}."))
        {
            Key = $"memories.{memory}.bits_per_cell",
            Value = FormattableString.Invariant($"{_options.BitsPerCell}"),
            Permitted = permitted,
        });
    }
}
