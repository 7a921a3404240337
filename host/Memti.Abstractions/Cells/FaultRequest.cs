namespace Memti.Abstractions.Cells;

/// <summary>Cells whose faults are asked for.</summary>
public sealed record FaultRequest
{
    /// <summary>Name of the cells, for messages.</summary>
    public required string Technology { get; init; }

    /// <summary>Level statistics, at most one table for each number of bits per cell.</summary>
    public required IReadOnlyList<LevelTable> Levels { get; init; }

    /// <summary>The cells of one value; each needs a table with its number of bits.</summary>
    public required CellVector Cells { get; init; }

    /// <summary>The code inside each cell.</summary>
    public CellEncoding Encoding { get; init; } = CellEncoding.NaturalBinary;

    /// <summary>Whether values are in two's complement; changes the expected error of the top bit, not the faults.</summary>
    public bool TwosComplement { get; init; } = true;

    /// <summary>Standard deviation of the sense amplifier's offset on the read scale, 0 or more.</summary>
    public double SenseOffset { get; init; }

    /// <summary>What time does to the levels; null for nothing.</summary>
    public RetentionDrift? Drift { get; init; }

    /// <summary>Time since the cells were programmed, 0 or more.</summary>
    public TimeSpan Age { get; init; }

    /// <summary>Temperature in K while they age.</summary>
    public double TemperatureKelvin { get; init; } = 298.15;

    /// <summary>Whether the sense amplifier's references age with the cells; otherwise they stay as set for fresh ones.</summary>
    public bool ReferencesTrack { get; init; }

    /// <summary>The code that corrects what was misread; null for none.</summary>
    public CorrectionRequest? Correction { get; init; }
}
