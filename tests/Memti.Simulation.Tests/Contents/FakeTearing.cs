using Memti.Simulation.Contents;

namespace Memti.Simulation.Tests.Contents;

/// <summary>Leaves a word with a pattern of its own, and remembers what it was asked.</summary>
internal sealed class FakeTearing(int unitBytes = 4, bool isRefused = false) : IWordTearing
{
    internal const byte Pattern = 0xA5;

    internal List<(byte[] Before, byte[] After, int Place, WordCut Cut)> Calls { get; } = [];

    public int UnitBytes => unitBytes;

    public TornBytes Tear(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, int place, WordCut cut)
    {
        Calls.Add((before.ToArray(), after.ToArray(), place, cut));
        byte[] left = before.ToArray();
        left.AsSpan(place, 4).Fill(Pattern);
        return new(left, isRefused ? [(0, unitBytes)] : []);
    }
}
