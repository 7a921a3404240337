using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>
/// Figures of a memory: size, speed, energy, wear, and the power of each state. Transfer energies add to the power of the state in which
/// the transfer happens.
/// </summary>
public sealed record MemoryFigures
{
    /// <summary>Data bits that the memory can hold.</summary>
    public required DataSize Capacity { get; init; }

    /// <summary>Physical cells, unused ones included. Default: 0.</summary>
    public long Cells { get; init; }

    /// <summary>Cells that the contents use. Default: 0.</summary>
    public long CellsUsed { get; init; }

    /// <summary>True for a memory on the accelerator's die, whose area counts. Default: true.</summary>
    public bool OnChip { get; init; } = true;

    /// <summary>Silicon area; zero for an off-chip memory. Default: zero.</summary>
    public Area Area { get; init; }

    /// <summary>True when contents are lost without power.</summary>
    public required bool Volatile { get; init; }

    /// <summary>True when a low-power state keeps volatile contents (retention voltage, self-refresh). Default: false.</summary>
    public bool HasRetention { get; init; }

    /// <summary>Sustained read rate of data; above zero for a memory that is read.</summary>
    public required Bandwidth Read { get; init; }

    /// <summary>Sustained write rate of data, including all program pulses and verifying reads; above zero for a memory that is
    /// written.</summary>
    public required Bandwidth Write { get; init; }

    /// <summary>Time from the address of a word to its data. Default: zero, for unknown.</summary>
    public SimTime ReadLatency { get; init; }

    /// <summary>Time to write a word, all program pulses and verifying reads included. Default: zero, for unknown.</summary>
    public SimTime WriteLatency { get; init; }

    /// <summary>True when a write blocks reads. A reload then blocks inference. Default: false.</summary>
    public bool WriteIsExclusive { get; init; }

    /// <summary>Dynamic energy to read one data bit.</summary>
    public Energy ReadPerBit { get; init; }

    /// <summary>Dynamic energy to write one data bit.</summary>
    public Energy WritePerBit { get; init; }

    /// <summary>
    /// Cost of a write by levels before and after. Null when only the mean is known. The mean over equally likely levels must equal
    /// <see cref="WritePerBit"/>: one cell of <see cref="LevelWrites"/> for each cell that the contents use.
    /// </summary>
    public LevelWrites? LevelWrites { get; init; }

    /// <summary>The pulses that program a word. Default: null, for cells without pulses and for a model that does not know them.</summary>
    public CellPulses? Pulses { get; init; }

    /// <summary>
    /// Reads of a cell until its contents must be rewritten, at least 1; 1 for a destructive read. Default: null, when reads leave contents
    /// unchanged, or when rate, energy and <see cref="WearPerRead"/> already include the rewriting.
    /// </summary>
    public double? ReadsPerRewrite { get; init; }

    /// <summary>Wear of a cell by one read, in writes, in addition to the rewriting of <see cref="ReadsPerRewrite"/>. Default: 0.</summary>
    public double WearPerRead { get; init; }

    /// <summary>Wear of a cell by one read, in writes, including the rewriting.</summary>
    public double TotalWearPerRead => WearPerRead + RewritesPerRead;

    /// <summary>Dynamic energy to read one data bit repeatedly, including its part of the rewriting.</summary>
    public Energy SustainedReadPerBit => ReadsPerRewrite is null ? ReadPerBit : ReadPerBit + (WritePerBit * RewritesPerRead);

    /// <summary>Sustained read rate, including the time of the rewriting.</summary>
    public Bandwidth SustainedRead => ReadsPerRewrite is null
        ? Read
        // Times per byte add up: one read, and its part of a rewrite.
        : Bandwidth.FromBytesPerSecond(1 / ((1 / Read.BytesPerSecond) + (RewritesPerRead / Write.BytesPerSecond)));

    private double RewritesPerRead => ReadsPerRewrite is { } reads ? 1 / reads : 0;

    /// <summary>Leakage and background power while on, without transfers. Default: zero.</summary>
    public Power OnPower { get; init; }

    /// <summary>Refresh power while on. Default: zero.</summary>
    public Power RefreshPower { get; init; }

    /// <summary>Power in the retention state, without refresh. Default: zero.</summary>
    public Power RetentionPower { get; init; }

    /// <summary>Refresh power in the retention state (self-refresh). Default: zero.</summary>
    public Power RetentionRefreshPower { get; init; }

    /// <summary>Power when off, which leaks through the power switch. Default: zero.</summary>
    public Power OffPower { get; init; }

    /// <summary>Time from off to on. Default: zero.</summary>
    public SimTime WakeLatency { get; init; }

    /// <summary>Energy of one off-to-on transition, in addition to the on power over the wake latency. Default: zero.</summary>
    public Energy WakeEnergy { get; init; }

    /// <summary>Time from retention to on. Default: zero.</summary>
    public SimTime RetentionExitLatency { get; init; }

    /// <summary>Energy of one retention-to-on transition, in addition to the on power over that time. Default: zero.</summary>
    public Energy RetentionExitEnergy { get; init; }

    /// <summary>Writes that a cell survives. Null when writes cause no wear.</summary>
    public double? Endurance { get; init; }

    /// <summary>Time that contents last without power. Null when they never fade, or are lost at once.</summary>
    public TimeSpan? Retention { get; init; }

    /// <summary>Banks, cells and rules behind the figures, for the report. Default: empty.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Status of the weakest array figure. Default: derived.</summary>
    public NumberStatus Status { get; init; } = NumberStatus.Derived;
}
