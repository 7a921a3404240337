using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>
/// What the host needs to know of a memory: size, speed, energy, wear, and the power of each state. Transfer energies come on top of the
/// power of the state in which the transfer happens.
/// </summary>
public sealed record MemoryFigures
{
    /// <summary>Data bits that the memory can hold.</summary>
    public required DataSize Capacity { get; init; }

    /// <summary>Physical cells, spare ones included.</summary>
    public long Cells { get; init; }

    /// <summary>Cells that the contents take.</summary>
    public long CellsUsed { get; init; }

    /// <summary>True for a memory on the accelerator's die; its area then counts.</summary>
    public bool OnChip { get; init; } = true;

    /// <summary>Silicon area; zero for a memory off the chip.</summary>
    public Area Area { get; init; }

    /// <summary>True when contents die without power.</summary>
    public required bool Volatile { get; init; }

    /// <summary>True when a low-power state keeps volatile contents (retention voltage, self-refresh).</summary>
    public bool HasRetention { get; init; }

    /// <summary>Sustained read rate of data.</summary>
    public required Bandwidth Read { get; init; }

    /// <summary>Sustained write rate of data, with all program pulses and verifies.</summary>
    public required Bandwidth Write { get; init; }

    /// <summary>True when the memory cannot be read while it is written; a reload then shuts out inference.</summary>
    public bool WriteIsExclusive { get; init; }

    /// <summary>Dynamic energy to read one data bit.</summary>
    public Energy ReadPerBit { get; init; }

    /// <summary>Dynamic energy to write one data bit.</summary>
    public Energy WritePerBit { get; init; }

    /// <summary>
    /// What a write costs by the levels before and after; null where only the mean is known. The mean over equally likely levels is what
    /// <see cref="WritePerBit"/> states: one cell of <see cref="LevelWrites"/> for each cell that the contents take.
    /// </summary>
    public LevelWrites? LevelWrites { get; init; }

    /// <summary>
    /// Reads of a cell after which its contents have to be written again, at least 1: 1 where a read destroys what it reads. Null when reads leave
    /// contents as they are, or when rate, energy and <see cref="WearPerRead"/> have the rewriting in them already.
    /// </summary>
    public double? ReadsPerRewrite { get; init; }

    /// <summary>Wear of a cell by one read, in writes, on top of the rewriting that <see cref="ReadsPerRewrite"/> asks for. Default: 0.</summary>
    public double WearPerRead { get; init; }

    /// <summary>Wear of a cell by one read, in writes, with the rewriting that it makes necessary.</summary>
    public double TotalWearPerRead => WearPerRead + RewritesPerRead;

    /// <summary>Dynamic energy to read one data bit again and again: the rewriting is spread over the reads that make it necessary.</summary>
    public Energy SustainedReadPerBit => ReadsPerRewrite is null ? ReadPerBit : ReadPerBit + (WritePerBit * RewritesPerRead);

    /// <summary>Read rate with the time of the rewriting in it.</summary>
    public Bandwidth SustainedRead => ReadsPerRewrite is null
        ? Read
        : Bandwidth.FromBytesPerSecond(1 / ((1 / Read.BytesPerSecond) + (RewritesPerRead / Write.BytesPerSecond)));

    private double RewritesPerRead => ReadsPerRewrite is { } reads ? 1 / reads : 0;

    /// <summary>Leakage and background power while on, transfers apart.</summary>
    public Power OnPower { get; init; }

    /// <summary>Refresh power while on.</summary>
    public Power RefreshPower { get; init; }

    /// <summary>Power in the retention state, refresh apart.</summary>
    public Power RetentionPower { get; init; }

    /// <summary>Refresh power in the retention state (self-refresh).</summary>
    public Power RetentionRefreshPower { get; init; }

    /// <summary>Power when off: what still leaks through the power switch.</summary>
    public Power OffPower { get; init; }

    /// <summary>Time from off to on.</summary>
    public SimTime WakeLatency { get; init; }

    /// <summary>Energy of one off-to-on transition, on top of the on power over the wake latency.</summary>
    public Energy WakeEnergy { get; init; }

    /// <summary>Time from retention to on.</summary>
    public SimTime RetentionExitLatency { get; init; }

    /// <summary>Energy of one retention-to-on transition, on top of the on power over that time.</summary>
    public Energy RetentionExitEnergy { get; init; }

    /// <summary>Writes that a cell survives; null when writing does not wear it.</summary>
    public double? Endurance { get; init; }

    /// <summary>How long contents last without power; null when they never fade or die at once.</summary>
    public TimeSpan? Retention { get; init; }

    /// <summary>Banks, cells and rule behind the figures, for the report.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>How well the weakest array figure is known.</summary>
    public NumberStatus Status { get; init; } = NumberStatus.Derived;
}
