namespace Memti.Abstractions.Training;

/// <summary>How the cells of a trained network are read.</summary>
public sealed record FluctuationReading
{
    /// <summary>Standard deviation of one read at read level 1, relative to the largest weight of a layer.</summary>
    public required double Amplitude { get; init; }

    /// <summary>The amplitude falls with the read level to this power, above 0. Default: 0.5.</summary>
    public double Exponent { get; init; } = 0.5;

    /// <summary>Factor of the read levels of all layers, above 0. Default: 1.</summary>
    public double LevelFactor { get; init; } = 1;

    /// <summary>True to read each input bit by bit. Default: false.</summary>
    public bool Decomposed { get; init; }

    /// <summary>Correlation of the reads of neighbouring bits, 0 to 1. Default: 0.</summary>
    public double Correlation { get; init; }

    /// <summary>Number of the draw: reads of another draw have other noise. Range: 0 to 2^31 - 1. Default: 0.</summary>
    public int Draw { get; init; }
}
