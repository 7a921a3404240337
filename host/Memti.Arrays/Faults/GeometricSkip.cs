using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Memti.Abstractions.Randomness;
using Memti.Arrays.Numerics;

namespace Memti.Arrays.Faults;

/// <summary>
/// Geometric skipping. Every cell is a candidate with the same probability, independently, so the cells skipped before the next candidate
/// number floor(ln U / ln(1 - rate)). Cells lie in blocks whose size depends only on the rate, with 64 to 128 candidates on average. Each
/// block has its own counters, so any range of cells can be drawn without the cells before it.
/// </summary>
internal readonly struct GeometricSkip
{
    /// <summary>Number of candidates drawn together.</summary>
    public const int Drawn = 16;

    /// <summary>Binary logarithm of the least mean number of candidates in a block. Changing it changes which faults are drawn.</summary>
    private const int CandidateBits = 6;
    /// <summary>Binary logarithm of the largest block: places in a block stay exact as doubles.</summary>
    private const int MostBlockBits = 52;

    /// <summary>
    /// Largest double below 1. A decision equal to the full rate would leave a cell unchanged that is certain to be misread.
    /// </summary>
    private const double BelowOne = 0.99999999999999988898;

    private readonly double _cellsPerLog;

    /// <summary>Creates the law of a rate.</summary>
    /// <param name="rate">Probability that a cell is a candidate, above 0, at most 1.</param>
    public GeometricSkip(double rate)
    {
        Rate = rate;
        BlockBits = Math.Min(CandidateBits - Math.ILogB(rate), MostBlockBits);
        // With a rate of 1 nothing is skipped; 1 / ln(0) would make each skip 0 x infinity.
        _cellsPerLog = rate < 1 ? 1 / ExactLog.OfSurvival(rate) : 0;
    }

    /// <summary>Probability that a cell is a candidate.</summary>
    public double Rate { get; }

    /// <summary>Logarithm to base 2 of the cells in a block.</summary>
    public int BlockBits { get; }

    /// <summary>Draws skips and, for each candidate, a number between 0 and the rate that decides its fate.</summary>
    /// <param name="key">Random generator.</param>
    /// <param name="block">Number of the block.</param>
    /// <param name="first">Index of the first of these candidates within the block.</param>
    /// <param name="draws">Receives the skips and decisions.</param>
    public void Draw(Philox key, ulong block, uint first, ref Draws draws)
    {
        // Each iteration is a long chain of dependent operations; the processor overlaps several iterations.
        for (int at = 0; at < Drawn; at += PhiloxLanes.Lanes)
            Draw(key, block, first + (uint)at, ref draws.Skips[at], ref draws.Decisions[at]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Draw(Philox key, ulong block, uint first, ref double skips, ref double decisions)
    {
        (Vector512<ulong> word0, Vector512<ulong> word1, Vector512<ulong> word2, Vector512<ulong> word3) =
            PhiloxLanes.Blocks(key, first, (uint)block, (uint)(block >> 32));
        (Vector512<double> fault, Vector512<double> survival) = UniformLanes.Of(word0, word1);
        Vector512<double> skipped = Vector512.Floor(ExactLog.OfSurvival(survival, fault) * Vector512.Create(_cellsPerLog));
        Vector512<double> decision = Vector512.Min(UniformLanes.Of(word2, word3).Number, Vector512.Create(BelowOne));
        skipped.StoreUnsafe(ref skips);
        (decision * Vector512.Create(Rate)).StoreUnsafe(ref decisions);
    }

    /// <summary>Skips and decisions drawn together.</summary>
    internal struct Draws
    {
        public Numbers Skips;
        public Numbers Decisions;
    }

    /// <summary>One number per candidate.</summary>
    [InlineArray(Drawn)]
    internal struct Numbers
    {
        private double _first;
    }
}
