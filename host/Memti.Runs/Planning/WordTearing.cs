using Memti.Abstractions.Randomness;
using Memti.Arrays.Tearing;
using Memti.Simulation.Contents;

namespace Memti.Runs.Planning;

/// <summary>Torn words of one memory of a run.</summary>
/// <param name="words">What a cut write leaves in its cells.</param>
/// <param name="draws">Its random numbers.</param>
internal sealed class WordTearing(TornWords words, Philox draws) : IWordTearing
{
    /// <summary>What a cut write leaves in the cells of the memory.</summary>
    public TornWords Words => words;

    /// <summary>The random numbers of the memory.</summary>
    public Philox Draws => draws;

    /// <inheritdoc />
    public int UnitBytes => words.UnitBytes;

    /// <inheritdoc />
    public TornBytes Tear(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, int place, WordCut cut)
    {
        TornUnit torn = words.Tear(before, after, place, words.PointAt(cut.Passed, cut.Latency), draws, (uint)cut.Number);
        return new(torn.Bytes, torn.Unreadable);
    }
}
