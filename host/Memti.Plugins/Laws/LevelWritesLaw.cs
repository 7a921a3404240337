using System.Globalization;
using Memti.Abstractions.Memories;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>Where nothing is known of the data, a write costs the same by levels as by bits.</summary>
internal sealed class LevelWritesLaw : IMemoryLaw
{
    private const double Tolerance = 1e-9;

    public string Name => "level-writes-mean";

    public string Statement =>
        "Where a write is stated by levels, its mean energy over equally likely levels is that of the data bits in a cell within 1e-9, "
            + "and no change of a cell takes longer than a parallel write.";

    public LawFinding Check(MemorySubject subject)
    {
        MemoryFigures figures = subject.Size(CapacityLadder.Trials[0]);
        if (figures.LevelWrites is not { } writes)
            return LawFinding.NotApplicable("writes are stated by bits");
        double bitsPerCell = (double)CapacityLadder.Trials[0].Size.Bits / Math.Max(1, figures.CellsUsed);
        double mean = figures.WritePerBit.Joules * bitsPerCell;
        if (Math.Abs(writes.MeanEnergy.Joules - mean) > Tolerance * mean)
            return LawFinding.Fail(
                string.Create(
                    CultureInfo.InvariantCulture, $"{writes.MeanEnergy.Picojoules:R} pJ a cell by levels and {mean * 1e12:R} pJ by bits"));
        double parallelWrite = writes.ParallelCells * bitsPerCell / (figures.Write.BytesPerSecond * 8);
        double slowest =
            Enumerable.Range(0, writes.Levels * writes.Levels)
                .Max(pair => writes.Of(pair / writes.Levels, pair % writes.Levels).Time.Seconds);
        return slowest <= parallelWrite * (1 + 1e-6) + 1e-12
            ? LawFinding.Pass(FormattableString.Invariant($"{writes.MeanEnergy.Picojoules:0.####} pJ a cell, {writes.Levels} levels"))
            : LawFinding.Fail(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"a change takes {slowest * 1e9:0.###} ns, a parallel write {parallelWrite * 1e9:0.###} ns"));
    }
}
