using Memti.Abstractions.Units;

namespace Memti.Plugins.Dram;

/// <summary>
/// Time of one access of a word to a closed row: row to column delay, latency of the interface, and one burst. Latencies are those of
/// JESD209-4 without data-bus inversion (set A of the writes); the published 3200 MT/s part of <see cref="DramCurrents.Source"/> has the
/// same. The controller's own time is not known and left out.
/// </summary>
internal static class DramLatency
{
    private const int BurstLength = 16;

    /// <summary>Data rates up to which a latency holds, in MT/s, with clocks of a read and of a write.</summary>
    private static readonly (int Mts, int Read, int Write)[] Latencies =
        [(533, 6, 4), (1066, 10, 6), (1600, 14, 8), (2133, 20, 10), (2667, 24, 12), (3200, 28, 14), (3733, 32, 16), (4267, 36, 18)];

    private static readonly SimTime RowToColumn = SimTime.FromNanoseconds(18);

    public static SimTime Read(int mts) => Of(mts, Row(mts).Read);

    public static SimTime Write(int mts) => Of(mts, Row(mts).Write);

    // Two transfers per clock.
    private static SimTime Of(int mts, int clocks) => RowToColumn + SimTime.FromSeconds((clocks + (BurstLength / 2)) / (mts * 1e6 / 2));

    private static (int Mts, int Read, int Write) Row(int mts) => Latencies.First(row => mts <= row.Mts);
}
