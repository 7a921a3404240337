using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Cells;

/// <summary>A memory cell as data: geometry, resistances, read and write conditions, endurance and levels. Read from a
/// <c>*.memcell.yaml</c>.</summary>
public sealed record MemoryCell
{
    /// <summary>Name in scenarios and commands, such as <c>rram-1t1r-53f2</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The physics of the cell.</summary>
    public required CellKind Kind { get; init; }

    /// <summary>One line that describes the cell. Default: empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Area in F², above zero (F is the feature size of the node).</summary>
    public required double AreaF2 { get; init; }

    /// <summary>Height along the bit line over width along the word line, above zero.</summary>
    public required double AspectRatio { get; init; }

    /// <summary>Node of the measured cell in nm, for information only: the values hold at every node unscaled, as in NVSim. Null when
    /// unknown.</summary>
    public double? NodeNanometres { get; init; }

    /// <summary>The device that connects the cell to its bit line.</summary>
    public AccessDevice Access { get; init; }

    /// <summary>Gate width of a MOS access device in F; zero without one.</summary>
    public double AccessWidthF { get; init; }

    /// <summary>Voltage drop over the access device in V.</summary>
    public double AccessDropVolts { get; init; }

    /// <summary>Leakage of an unselected access device in A.</summary>
    public double AccessLeakageAmperes { get; init; }

    /// <summary>Gate width of the pull-down transistors of an SRAM cell in F.</summary>
    public double SramNmosWidthF { get; init; }

    /// <summary>Gate width of the pull-up transistors of an SRAM cell in F.</summary>
    public double SramPmosWidthF { get; init; }

    /// <summary>Cells between two stitches of the word line; zero for none.</summary>
    public int StitchCells { get; init; }

    /// <summary>Low resistance at the read voltage in ohm; zero for SRAM.</summary>
    public double OnOhms { get; init; }

    /// <summary>High resistance at the read voltage in ohm; above <see cref="OnOhms"/>, zero for SRAM.</summary>
    public double OffOhms { get; init; }

    /// <summary>Low resistance at the set voltage in ohm. Null means <see cref="OnOhms"/>.</summary>
    public double? OnAtSetOhms { get; init; }

    /// <summary>High resistance at the set voltage in ohm. Null means <see cref="OffOhms"/>.</summary>
    public double? OffAtSetOhms { get; init; }

    /// <summary>Low resistance at the reset voltage in ohm. Null means <see cref="OnOhms"/>.</summary>
    public double? OnAtResetOhms { get; init; }

    /// <summary>High resistance at the reset voltage in ohm. Null means <see cref="OffOhms"/>.</summary>
    public double? OffAtResetOhms { get; init; }

    /// <summary>Low resistance at half the reset voltage in ohm (half-selected crosspoint cells). Null means
    /// <see cref="OnOhms"/>.</summary>
    public double? OnAtHalfResetOhms { get; init; }

    /// <summary>Capacitance in the low-resistance state in F.</summary>
    public double OnFarads { get; init; }

    /// <summary>Capacitance in the high-resistance state in F.</summary>
    public double OffFarads { get; init; }

    /// <summary>Whether the sense amplifier senses the voltage or the current of the bit line.</summary>
    public ElectricalMode ReadMode { get; init; }

    /// <summary>Read voltage in V; null where the read forces a current.</summary>
    public double? ReadVolts { get; init; }

    /// <summary>Read current in A; null where the read forces a voltage.</summary>
    public double? ReadAmperes { get; init; }

    /// <summary>Power of the cell during a read in W. Null means computed from voltage, current and resistance.</summary>
    public double? ReadWatts { get; init; }

    /// <summary>Energy of the cell per read in J. Null means computed.</summary>
    public double? ReadJoules { get; init; }

    /// <summary>Voltage difference that the sense amplifier needs in V. Default: 0.08.</summary>
    public double MinimumSenseVolts { get; init; } = 0.08;

    /// <summary>Least voltage at which a volatile cell keeps its contents in V. Null for a cell without a retention state.</summary>
    public double? RetentionVolts { get; init; }

    /// <summary>The pulse towards low resistance; null for SRAM.</summary>
    public WritePulse? Set { get; init; }

    /// <summary>The pulse towards high resistance; null for SRAM.</summary>
    public WritePulse? Reset { get; init; }

    /// <summary>Input fingers of a multi-level sense amplifier: 8, 16, ... 56. Default: 8.</summary>
    public int SenseFingers { get; init; } = 8;

    /// <summary>Most bits that one cell stores, 1 to 4. Default: 1.</summary>
    public int MaximumBitsPerCell { get; init; } = 1;

    /// <summary>Programming cycles that a cell survives. Null when writes cause no wear.</summary>
    public double? EnduranceCycles { get; init; }

    /// <summary>Time that contents last without power in s. Null when they are lost at once.</summary>
    public double? RetentionSeconds { get; init; }

    /// <summary>Level distributions, at most one per number of bits. Empty when none is known.</summary>
    public IReadOnlyList<LevelTable> Levels { get; init; } = [];

    /// <summary>How reads fluctuate. Default: null, for a cell of which it is not known.</summary>
    public ReadFluctuation? Fluctuation { get; init; }

    /// <summary>Source and status of every number, in the order of the file.</summary>
    public IReadOnlyList<CellNumber> Numbers { get; init; } = [];

    /// <summary>Height along the bit line in F.</summary>
    public double HeightF => Math.Sqrt(AreaF2 * AspectRatio);

    /// <summary>Width along the word line in F.</summary>
    public double WidthF => Math.Sqrt(AreaF2 / AspectRatio);

    /// <summary>True when the cell is a transistor itself: writes act on its gate, reads sense its channel, and it has no access
    /// device.</summary>
    public bool IsTransistor => Kind == CellKind.Ctt || (Kind == CellKind.Fefet && Access == AccessDevice.None);

    /// <summary>The same cell with absolute voltages and currents. Polarity changes neither sizes nor energies.</summary>
    public MemoryCell WithoutPolarity() => this with
    {
        ReadVolts = ReadVolts is { } volts ? Math.Abs(volts) : null,
        ReadAmperes = ReadAmperes is { } amperes ? Math.Abs(amperes) : null,
        Set = Set?.WithoutPolarity(),
        Reset = Reset?.WithoutPolarity(),
    };

    /// <summary>True when contents are lost without power.</summary>
    public bool IsVolatile => Kind == CellKind.Sram;

    /// <summary>Status of the weakest number; <see cref="NumberStatus.Assumed"/> without any number.</summary>
    public NumberStatus Status => Numbers.Count == 0 ? NumberStatus.Assumed : Numbers.Max(static number => number.Status);
}
