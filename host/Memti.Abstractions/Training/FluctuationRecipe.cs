namespace Memti.Abstractions.Training;

/// <summary>Training of a network whose convolutions are computed by cells with fluctuating reads. Each technique is a switch.</summary>
public sealed record FluctuationRecipe
{
    /// <summary>Magnitude bits of inputs, 1 to 8; the sign is a bit of its own. Default: 4.</summary>
    public int InputBits { get; init; } = 4;

    /// <summary>Standard deviation of one read at read level 1, relative to the largest weight of a layer, while the network trains.
    /// Default: 0, for coded inputs without noise.</summary>
    public double Amplitude { get; init; }

    /// <summary>The amplitude falls with the read level to this power, above 0. Default: 0.5.</summary>
    public double Exponent { get; init; } = 0.5;

    /// <summary>True to read each input bit by bit. Default: false.</summary>
    public bool Decomposed { get; init; }

    /// <summary>Correlation of the reads of neighbouring bits, 0 to 1. Default: 0.</summary>
    public double Correlation { get; init; }

    /// <summary>Weight in the loss of the energy of reads, relative to direct reading at level 1; above 0 read levels are trained, one per
    /// layer. Default: 0.</summary>
    public double EnergyWeight { get; init; }

    /// <summary>Rate of the logarithms of read levels over the learning rate. Default: 1.</summary>
    public double LevelRate { get; init; } = 1;
}
