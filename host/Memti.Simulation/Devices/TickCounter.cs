namespace Memti.Simulation.Devices;

/// <summary>Ticks of the machine timer, which never stops.</summary>
internal static class TickCounter
{
    /// <summary>Ticks per second.</summary>
    public const long Hertz = 10_000_000;

    private const long Picoseconds = 1_000_000_000_000 / Hertz;

    /// <summary>Ticks that have begun by a moment.</summary>
    public static ulong At(Int128 picoseconds) => (ulong)(picoseconds / Picoseconds);

    /// <summary>The moment at which a tick begins.</summary>
    public static Int128 MomentOf(ulong tick) => (Int128)tick * Picoseconds;
}
