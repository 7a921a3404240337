namespace Memti.Arrays.Banks;

/// <summary>Upper limits on the figures of a bank, in SI units; infinite where there is none.</summary>
public sealed record BankLimits
{
    /// <summary>Largest area in m².</summary>
    public double Area { get; init; } = double.PositiveInfinity;

    /// <summary>Longest read in s.</summary>
    public double ReadLatency { get; init; } = double.PositiveInfinity;

    /// <summary>Longest write in s.</summary>
    public double WriteLatency { get; init; } = double.PositiveInfinity;

    /// <summary>Most energy per read in J.</summary>
    public double ReadEnergy { get; init; } = double.PositiveInfinity;

    /// <summary>Most energy per write in J.</summary>
    public double WriteEnergy { get; init; } = double.PositiveInfinity;

    /// <summary>Most leakage in W.</summary>
    public double Leakage { get; init; } = double.PositiveInfinity;
}
