namespace Memti.Plugins.Dram;

/// <summary>Dies of a DRAM. Dies that drive the bus together form a rank; all further dies wait for their turn.</summary>
/// <param name="Total">Number of dies, at least one rank.</param>
/// <param name="Rank">Dies that drive the bus together: one for every 32 pins.</param>
/// <param name="Gbit">Density of one die in Gb.</param>
internal readonly record struct DramDies(long Total, long Rank, int Gbit)
{
    /// <summary>Gb are binary here: 2^30 bits, as memory densities are.</summary>
    private const long KibibytesPerGbit = 131072;
    /// <summary>Data pins of a die: two channels of 16 (JESD209-4).</summary>
    private const int PinsPerDie = 32;
    /// <summary>Density in Gb for which the refresh powers are stated.</summary>
    private const double ReferenceGbit = 4;

    /// <summary>Dies that wait while others drive the bus.</summary>
    public long Further => Total - Rank;

    /// <summary>Installed bits over the 4 Gb for which refresh powers are stated.</summary>
    public double RefreshScale => Total * (Gbit / ReferenceGbit);

    /// <summary>Number of dies for a capacity and a bus width.</summary>
    public static DramDies Of(DramOptions options)
    {
        long rank = (options.BusBits + PinsPerDie - 1) / PinsPerDie;
        long filled = (long)Math.Ceiling(options.Capacity.Kibibytes / (options.DieGbit * KibibytesPerGbit));
        return new DramDies(Math.Max(rank, filled), rank, options.DieGbit);
    }

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Total} {(Total == 1 ? "die" : "dies")} of {Gbit} Gb");
}
