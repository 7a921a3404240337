using System.Globalization;
using Memti.Abstractions.Arrays;
using Memti.Abstractions.Memories;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>More bits per cell need no more cells and no more silicon.</summary>
internal sealed class DensityLaw : IMemoryLaw
{
    private const double PeripheryAllowance = 1.1;

    public string Name => "levels-save-cells";

    public string Statement =>
        "For 1 MiB of data, with `target: area` where that is a key, each further bit per cell takes no more cells, and at most 1.1 "
            + "times the area: sensing more levels may grow the periphery, cells may not.";

    public LawFinding Check(MemorySubject subject)
    {
        var steps = BitsLadder.Climb(subject, ArrayTarget.Area);
        if (steps.Count < 2)
            return LawFinding.NotApplicable("there is no choice of bits per cell");
        for (int step = 1; step < steps.Count; step++)
            if (Fault(steps[step - 1], steps[step]) is { } fault)
                return fault;
        return LawFinding.Pass($"{Show(steps[0])} to {Show(steps[^1])}");
    }

    private static LawFinding? Fault((int Bits, MemoryFigures Figures) fewer, (int Bits, MemoryFigures Figures) more) =>
        more.Figures.CellsUsed <= fewer.Figures.CellsUsed && more.Figures.Area <= fewer.Figures.Area * PeripheryAllowance
            ? null
            : LawFinding.Fail($"{Show(fewer)}, and {Show(more)}");

    private static string Show((int Bits, MemoryFigures Figures) step) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{step.Figures.CellsUsed} cells, {step.Figures.Area.SquareMillimetres:0.####} mm2 at {step.Bits} bit(s)");
}
