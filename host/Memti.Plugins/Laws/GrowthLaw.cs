using System.Text.Json;
using Memti.Abstractions.Arrays;
using Memti.Abstractions.Memories;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>A figure that does not fall when a memory holds more.</summary>
/// <param name="name">Name of the law.</param>
/// <param name="figure">The figure in words.</param>
/// <param name="unit">Its unit in details.</param>
/// <param name="target">What the organisation is chosen for: one that is chosen for speed may leak less in a larger memory.</param>
/// <param name="value">The figure in that unit.</param>
internal abstract class GrowthLaw(string name, string figure, string unit, ArrayTarget target, Func<MemoryFigures, double> value)
    : IMemoryLaw
{
    private const double Tolerance = 1e-9;

    public string Name { get; } = name;

    public virtual string Statement =>
        $"More contents never lower the {figure}, over sizes that grow about fourfold from 16 KiB to 4 MiB, with `target: "
            + $"{Word(target)}` where that is a key.";

    public LawFinding Check(MemorySubject subject)
    {
        var steps = CapacityLadder.Climb(subject, target);
        if (Exemption(steps[0].Figures) is { } exemption)
            return exemption;
        if (steps.Count < 2)
            return LawFinding.NotApplicable($"it holds no more than {steps[0].Trial}");
        for (int step = 1; step < steps.Count; step++)
            if (!(value(steps[step].Figures) >= value(steps[step - 1].Figures) * (1 - Tolerance)))
                return LawFinding.Fail($"{Show(steps[step - 1])}, and {Show(steps[step])}");
        return LawFinding.Pass($"{Show(steps[0])} to {Show(steps[^1])}");
    }

    /// <summary>Why the law is not about a memory, or broken before anything grows; null when it is to be tried.</summary>
    protected virtual LawFinding? Exemption(MemoryFigures smallest) => null;

    private static string Word(ArrayTarget target) => JsonNamingPolicy.SnakeCaseLower.ConvertName(target.ToString());

    private string Show((MemoryTrial Trial, MemoryFigures Figures) step) =>
        FormattableString.Invariant($"{value(step.Figures):0.####} {unit} for {step.Trial}");
}
