namespace Memti.Plugins.Dram;

/// <summary>The dies of a DRAM. Those that drive the bus together are a rank; all further ones wait for their turn.</summary>
/// <param name="Total">All dies, at least those of one rank.</param>
/// <param name="Rank">Dies that drive the bus together: one for every 32 pins.</param>
/// <param name="Gbit">Density of one die in Gb.</param>
internal readonly record struct DramDies(long Total, long Rank, int Gbit)
{
    private const long KibibytesPerGbit = 131072;
    private const int PinsPerDie = 32;
    private const double ReferenceGbit = 4;

    /// <summary>Dies that wait while others drive the bus.</summary>
    public long Further => Total - Rank;

    /// <summary>All installed bits over the 4 Gb that refresh powers are stated for.</summary>
    public double RefreshScale => Total * (Gbit / ReferenceGbit);

    /// <summary>The dies that hold a capacity on a bus.</summary>
    public static DramDies Of(DramOptions options)
    {
        long rank = (options.BusBits + PinsPerDie - 1) / PinsPerDie;
        long filled = (long)Math.Ceiling(options.Capacity.Kibibytes / (options.DieGbit * KibibytesPerGbit));
        return new DramDies(Math.Max(rank, filled), rank, options.DieGbit);
    }

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Total} {(Total == 1 ? "die" : "dies")} of {Gbit} Gb");
}
