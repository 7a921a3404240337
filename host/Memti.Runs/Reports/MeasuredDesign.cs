using Memti.Runs.Running;

namespace Memti.Runs.Reports;

/// <summary>The results of a design with their figures, each set against the first design under the same variant or moved number.</summary>
internal sealed record MeasuredDesign
{
    private MeasuredDesign(DesignResults results, DesignResults first)
    {
        Results = results;
        Plain = Of(results.Plain, first.Plain);
        Variants = [.. results.Variants.Zip(first.Variants, Of)];
        Sample = results.Sample is { } sample ? Of(sample, first.Sample) : null;
        Moved = results.Moved.ToDictionary(
            static moved => moved.Key, moved => Of(moved.Value, BaselineOf(moved.Value, first)), StringComparer.Ordinal);
    }

    /// <summary>The results.</summary>
    public DesignResults Results { get; }

    /// <summary>The figures of the design as it stands.</summary>
    public DesignFigures Plain { get; }

    /// <summary>The figures under each variant.</summary>
    public IReadOnlyList<DesignFigures> Variants { get; }

    /// <summary>The figures of the sample that moved numbers are set against; null where none was moved.</summary>
    public DesignFigures? Sample { get; }

    /// <summary>The figures with a number moved, by the name of the number.</summary>
    public IReadOnlyDictionary<string, DesignFigures> Moved { get; }

    /// <summary>Measures designs; others are set against the first.</summary>
    public static IReadOnlyList<MeasuredDesign> Of(IReadOnlyList<DesignResults> designs) =>
        [.. designs.Select(design => new MeasuredDesign(design, designs[0]))];

    /// <summary>The first design under the same moved number; where it does not take that number, its sample with none moved.</summary>
    private static CaseResult? BaselineOf(CaseResult moved, DesignResults first) =>
        first.Moved.TryGetValue(moved.Number!.Name, out CaseResult? same) && same.Number == moved.Number ? same : first.Sample;

    /// <summary>The figures of a result. A frame at another rate is other work: then no energy is saved or lost.</summary>
    private static DesignFigures Of(CaseResult result, CaseResult? baseline)
    {
        DesignFigures figures = DesignMeasures.Of(result.Outcome);
        bool comparable = baseline is not null && result.Case.Design.Workload.FrameRate == baseline.Case.Design.Workload.FrameRate;
        return figures with
        {
            SavedEnergy = comparable ? Millijoules(baseline!.Outcome.Workload) / figures.EnergyPerFrameMj : null,
            SavedEnergyBestBaseline = comparable && baseline!.Best is { } best
                ? Millijoules(best.Workload) / figures.EnergyPerFrameMj
                : null,
        };
    }

    private static double Millijoules(Memti.Simulation.Runs.SimulationResult run) => FrameEnergy.Of(run).Millijoules;
}
