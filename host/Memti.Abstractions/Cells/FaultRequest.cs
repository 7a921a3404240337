namespace Memti.Abstractions.Cells;

/// <summary>Cells to model faults for, with their level statistics, ageing and correction.</summary>
public sealed record FaultRequest
{
    /// <summary>Name of the cells, for messages.</summary>
    public required string Technology { get; init; }

    /// <summary>Level statistics, at most one table for each number of bits per cell.</summary>
    public required IReadOnlyList<LevelTable> Levels { get; init; }

    /// <summary>The cells of one value; each needs a table with its number of bits.</summary>
    public required CellVector Cells { get; init; }

    /// <summary>The code inside each cell. Default: natural binary.</summary>
    public CellEncoding Encoding { get; init; } = CellEncoding.NaturalBinary;

    /// <summary>True for values in two's complement. Changes the expected error of the top bit, not the faults. Default: true.</summary>
    public bool TwosComplement { get; init; } = true;

    /// <summary>Standard deviation of the sense amplifier's offset on the read scale, 0 or more. Default: 0.</summary>
    public double SenseOffset { get; init; }

    /// <summary>Drift of the levels over time. Default: null, for none.</summary>
    public RetentionDrift? Drift { get; init; }

    /// <summary>Time since programming, zero or more. Default: zero.</summary>
    public TimeSpan Age { get; init; }

    /// <summary>Temperature in K during ageing, above zero. Default: 298.15 (25 °C).</summary>
    public double TemperatureKelvin { get; init; } = 298.15;

    /// <summary>True when the sense amplifier's references age with the cells. Otherwise they stay as set for fresh cells. Default:
    /// false.</summary>
    public bool ReferencesTrack { get; init; }

    /// <summary>The error-correcting code. Default: null, for none.</summary>
    public CorrectionRequest? Correction { get; init; }
}
