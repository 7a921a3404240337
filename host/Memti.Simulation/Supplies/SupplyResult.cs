namespace Memti.Simulation.Supplies;

/// <summary>What the supply of a run did.</summary>
public sealed record SupplyResult
{
    /// <summary>Where the energy came from and went.</summary>
    public required SupplyEnergy Energy { get; init; }

    /// <summary>Voltage of the storage at the end, in V.</summary>
    public required double Volts { get; init; }

    /// <summary>How often the device lost power.</summary>
    public required long BrownOuts { get; init; }

    /// <summary>How often it was switched on, without a first time at the start of the run.</summary>
    public required long ColdStarts { get; init; }

    /// <summary>How often firmware was warned.</summary>
    public required long Warnings { get; init; }

    /// <summary>Frames under way at a brown-out: part of the skipped frames.</summary>
    public required long Dropped { get; init; }

    /// <summary>Frames whose slot passed without power: part of the skipped frames.</summary>
    public required long MissedInDark { get; init; }

    /// <summary>Writes to non-volatile memories that a brown-out cut.</summary>
    public required long TornWrites { get; init; }

    /// <summary>Time without power in s.</summary>
    public required double DarkSeconds { get; init; }

    /// <summary>Time to the completion of the first frame in s; null when none was completed.</summary>
    public required double? FirstFrameSeconds { get; init; }

    /// <summary>
    /// Time in s from the start until the storage is empty: as it happened, or at the mean power of the run from its end on. Infinity for
    /// a storage that lasts for ever.
    /// </summary>
    public required double LifeSeconds { get; init; }
}
