using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Memti.Abstractions.Randomness;
using Memti.Arrays.Numerics;

namespace Memti.Arrays.Faults;

/// <summary>
/// Geometric skipping. Every cell is a candidate with one probability, independently; the cells that are skipped before the next candidate then
/// number floor(ln U / ln(1 - rate)). Cells lie in blocks whose size depends on the rate alone, 64 to 128 candidates in each on average, and each
/// block has counters of its own: any range of cells can be drawn without the ones before it.
/// </summary>
internal readonly struct GeometricSkip
{
    /// <summary>Candidates that are drawn together.</summary>
    public const int Drawn = 16;

    private const int CandidateBits = 6;
    private const int MostBlockBits = 52;

    /// <summary>A decision of the full rate would leave a cell alone that is certain to be misread.</summary>
    private const double BelowOne = 0.99999999999999988898;

    private readonly double _cellsPerLog;

    /// <param name="rate">Probability that a cell is a candidate, above 0, at most 1.</param>
    public GeometricSkip(double rate)
    {
        Rate = rate;
        BlockBits = Math.Min(CandidateBits - Math.ILogB(rate), MostBlockBits);
        _cellsPerLog = rate < 1 ? 1 / ExactLog.OfSurvival(rate) : 0;
    }

    /// <summary>Probability that a cell is a candidate.</summary>
    public double Rate { get; }

    /// <summary>Logarithm to base 2 of the cells in a block.</summary>
    public int BlockBits { get; }

    /// <summary>Draws skips, and for each candidate a number between 0 and the rate that decides what becomes of it.</summary>
    /// <param name="key">The generator.</param>
    /// <param name="block">Number of the block.</param>
    /// <param name="first">Number of the first of these candidates within the block.</param>
    /// <param name="draws">Receives the skips and decisions.</param>
    public void Draw(Philox key, ulong block, uint first, ref Draws draws)
    {
        // Each turn is one long chain of dependent steps; the processor works on several turns at once.
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

    /// <summary>Draws that are made together.</summary>
    internal struct Draws
    {
        public Numbers Skips;
        public Numbers Decisions;
    }

    /// <summary>One number per draw.</summary>
    [InlineArray(Drawn)]
    internal struct Numbers
    {
        private double _first;
    }
}
