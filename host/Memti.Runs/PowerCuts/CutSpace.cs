using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Randomness;
using Memti.Arrays.Tearing;
using Memti.Runs.Codes;

namespace Memti.Runs.PowerCuts;

/// <summary>All moments at which the power of a run can be cut, in order of writes, and those that a campaign tries.</summary>
internal sealed class CutSpace
{
    private readonly IReadOnlyList<JournalWrite> _writes;
    private readonly IReadOnlyList<CutMemory> _memories;
    private readonly long[] _firstPoints;

    /// <param name="writes">The writes of the uncut run.</param>
    /// <param name="memories">The memories that they are to.</param>
    /// <param name="boundaries">Number of moments at which activities begin or end.</param>
    public CutSpace(IReadOnlyList<JournalWrite> writes, IReadOnlyList<CutMemory> memories, int boundaries)
    {
        (_writes, _memories, Boundaries) = (writes, memories, boundaries);
        _firstPoints = new long[writes.Count + 1];
        for (int write = 0; write < writes.Count; write++)
            _firstPoints[write + 1] = _firstPoints[write] + memories[writes[write].Memory].PointsPerWrite;
    }

    /// <summary>Points of all writes.</summary>
    public long Points => _firstPoints[^1];

    /// <summary>Moments at which activities begin or end.</summary>
    public int Boundaries { get; }

    /// <summary>
    /// The cuts of a campaign: every point and boundary, or as many strata of equal length as were asked for, with one point drawn from
    /// each. The first and the last are always among them.
    /// </summary>
    /// <param name="most">Most points of writes, and most boundaries.</param>
    /// <param name="draws">The random numbers.</param>
    public CutPoint[] Choose(long most, Philox draws) =>
    [
        .. Strata(Points, most, draws, 0).Select(PointAt),
        .. Strata(Boundaries, most, draws, 1).Select(static number => new CutPoint(0, default, number + 1)),
    ];

    /// <summary>Checks that a cut exists.</summary>
    /// <exception cref="MemtiException"><see cref="RunCodes.NoSuchCut"/>.</exception>
    public CutPoint Verified(CutPoint cut)
    {
        if (cut.Boundary > 0)
            return cut.Boundary <= Boundaries ? cut : throw Beyond(cut, "activity", Boundaries);
        if (cut.Write < 1 || cut.Write > _writes.Count)
            throw Beyond(cut, "write", _writes.Count);
        int pulses = _memories[_writes[(int)cut.Write - 1].Memory].Words.Pulses;
        if (cut.Point.Moment == WriteMoment.After)
            return cut;
        if (cut.Point.Pulse < 1 || cut.Point.Pulse > pulses)
            throw Beyond(cut, "pulse", pulses);
        // After the verify of the last pulse the word is whole.
        return cut.Point.Moment == WriteMoment.Between && cut.Point.Pulse == pulses
            ? cut with { Point = new WritePoint(0, WriteMoment.After, CellProgress.Together) }
            : cut;
    }

    private CutPoint PointAt(long number)
    {
        int found = Array.BinarySearch(_firstPoints, number);
        int write = found >= 0 ? found : ~found - 1;
        return new CutPoint(write + 1, _memories[_writes[write].Memory].PointOf(number - _firstPoints[write]), 0);
    }

    private static IEnumerable<long> Strata(long count, long most, Philox draws, uint kind)
    {
        long strata = Math.Min(count, most);
        for (long stratum = 0; stratum < strata; stratum++)
        {
            long first = (long)((Int128)count * stratum / strata);
            long length = (long)((Int128)count * (stratum + 1) / strata) - first;
            (uint high, uint low, _, _) = draws.Block((uint)stratum, (uint)(stratum >> 32), kind, 2);
            long drawn = (long)((((UInt128)high << 32) | low) * (ulong)length >> 64);
            yield return stratum == 0 ? 0 : stratum == strata - 1 ? count - 1 : first + drawn;
        }
    }

    private static MemtiException Beyond(CutPoint cut, string what, long last)
    {
        string permitted = last == 0 ? "none: there is no " + what : string.Create(CultureInfo.InvariantCulture, $"1 to {last}");
        return new(new Diagnostic(RunCodes.NoSuchCut, $"cut '{cut}' is of no {what} of the uncut run; permitted: {what} {permitted}.")
        {
            Key = "only",
            Value = cut.ToString(),
            Permitted = permitted,
        });
    }
}
