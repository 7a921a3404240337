namespace Memti.Tensors.Fluctuation;

/// <summary>How the cells of analogue convolutions are read: the noise of a read and what it costs.</summary>
public sealed record AnalogReading
{
    /// <summary>
    /// h(q): variance of a cell's contribution at noise 1, by magnitude of the input code; shape [2^bits]. Source:
    /// docs/models/read-fluctuation.md.
    /// </summary>
    public required IReadOnlyList<double> Variance { get; init; }

    /// <summary>m(q): energy of a cell's read in pulses of one bit, by magnitude of the input code; shape [2^bits].</summary>
    public required IReadOnlyList<double> Energy { get; init; }

    /// <summary>Standard deviation of one read at level 1, relative to the largest weight of a layer; 0 for reads without noise.</summary>
    public double Amplitude { get; init; }

    /// <summary>The noise falls with the read level to this power, above 0.</summary>
    public double Exponent { get; init; } = 0.5;

    /// <summary>Factor of the read levels of all layers, above 0. Default: 1.</summary>
    public double LevelFactor { get; init; } = 1;

    /// <summary>Seed of the noise.</summary>
    public ulong Seed { get; init; }
}
