using System.Globalization;
using Memti.Abstractions.Memories;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>A cell with more levels is no easier to write.</summary>
internal sealed class WriteEffortLaw : IMemoryLaw
{
    private const double Tolerance = 1e-9;

    public string Name => "levels-cost-writing";

    public string Statement =>
        "Each further bit per cell costs no less energy and no less time for a cell that is written; per data bit it may be less.";

    public LawFinding Check(MemorySubject subject)
    {
        var steps = BitsLadder.Climb(subject);
        if (steps.Count < 2)
            return LawFinding.NotApplicable("there is no choice of bits per cell");
        for (int step = 1; step < steps.Count; step++)
            if (!Holds(steps[step - 1].Figures, steps[step].Figures))
                return LawFinding.Fail($"{Show(steps[step - 1])}, and {Show(steps[step])}");
        return LawFinding.Pass($"{Show(steps[0])} to {Show(steps[^1])}");
    }

    private static bool Holds(MemoryFigures fewer, MemoryFigures more) =>
        Picojoules(more) >= Picojoules(fewer) * (1 - Tolerance) && Nanoseconds(more) >= Nanoseconds(fewer) * (1 - Tolerance);

    private static double DataBitsPerCell(MemoryFigures figures) => (double)BitsLadder.Words * 8 / Math.Max(figures.CellsUsed, 1);

    private static double Picojoules(MemoryFigures figures) => figures.WritePerBit.Picojoules * DataBitsPerCell(figures);

    private static double Nanoseconds(MemoryFigures figures) => DataBitsPerCell(figures) / (figures.Write.BytesPerSecond * 8) * 1e9;

    private static string Show((int Bits, MemoryFigures Figures) step) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Picojoules(step.Figures):0.####} pJ and {Nanoseconds(step.Figures):0.######} ns a cell at {step.Bits} bit(s)");
}
