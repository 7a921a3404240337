using System.Globalization;
using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Models;
using Memti.Abstractions.Processors;
using Memti.Abstractions.Units;
using Memti.Plugins.Codes;

namespace Memti.Plugins.Figures;

/// <summary>Looks at what plugins say before the simulator believes it.</summary>
public static class FigureCheck
{
    /// <summary>Every figure of a memory is finite and not negative, rates are positive, and the contents fit.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadMemoryFigure"/> naming the memory and the figure.</exception>
    public static MemoryFigures Memory(string name, MemoryFigures figures)
    {
        (string Figure, double Value)[] values =
        [
            ("capacity", figures.Capacity.Bits),
            ("cells", figures.Cells), ("cells used", figures.CellsUsed), ("area", figures.Area.SquareMetres),
            ("read energy per bit", figures.ReadPerBit.Joules), ("write energy per bit", figures.WritePerBit.Joules),
            ("on power", figures.OnPower.Watts), ("refresh power", figures.RefreshPower.Watts),
            ("retention power", figures.RetentionPower.Watts), ("retention refresh power", figures.RetentionRefreshPower.Watts),
            ("off power", figures.OffPower.Watts),
            ("read latency", figures.ReadLatency.Picoseconds), ("write latency", figures.WriteLatency.Picoseconds),
            ("wake latency", figures.WakeLatency.Picoseconds), ("wake energy", figures.WakeEnergy.Joules),
            ("retention exit latency", figures.RetentionExitLatency.Picoseconds),
            ("retention exit energy", figures.RetentionExitEnergy.Joules),
            ("endurance", figures.Endurance ?? 0), ("wear per read", figures.WearPerRead),
            ("write energy by levels", figures.LevelWrites?.MeanEnergy.Joules ?? 0),
        ];
        foreach ((string figure, double value) in values)
            Require(double.IsFinite(value) && value >= 0, name, figure, value);
        Require(
            figures.ReadsPerRewrite is null or (>= 1 and < double.PositiveInfinity),
            name,
            "number of reads until contents are rewritten",
            figures.ReadsPerRewrite ?? 0);
        Require(
            double.IsFinite(figures.Read.BytesPerSecond) && figures.Read.BytesPerSecond > 0,
            name,
            "read rate",
            figures.Read.BytesPerSecond);
        Require(
            double.IsFinite(figures.Write.BytesPerSecond) && figures.Write.BytesPerSecond > 0,
            name,
            "write rate",
            figures.Write.BytesPerSecond);
        return figures;
    }

    /// <summary>A plan's times, energies and sizes can be, its layers fill it, and its traffic names memories of the design.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadPlan"/>.</exception>
    public static InferencePlan Plan(string task, InferencePlan plan, IReadOnlyCollection<string> memories)
    {
        Demand(plan.Duration > SimTime.Zero, task, "takes no time");
        Demand(double.IsFinite(plan.DynamicEnergy.Joules) && plan.DynamicEnergy.Joules >= 0, task, "has a dynamic energy that cannot be");
        Demand(
            plan.ComputeEnergy is not { } compute || (double.IsFinite(compute.Joules) && compute.Joules >= 0),
            task,
            "has a compute energy that cannot be");
        Demand(
            plan.Layers.Count > 0 && plan.Layers.All(static layer => layer.Duration >= SimTime.Zero),
            task,
            "has no layers, or one that ends before it begins");
        Demand(
            plan.Layers.Sum(static layer => layer.Duration.Picoseconds) == plan.Duration.Picoseconds,
            task,
            "has layers that do not add up to its duration");
        Demand(!string.IsNullOrEmpty(plan.Binding), task, "does not say what sets its duration");
        Demand(
            plan.Traffic.DistinctBy(static traffic => (traffic.Memory, traffic.Direction)).Count() == plan.Traffic.Count,
            task,
            "names a memory twice in one direction");
        Demand(plan.Layers.All(IsClear), task, "names a resource or a memory of a layer twice, or gives one a time below zero");
        foreach (Traffic traffic in plan.Traffic)
            Demand(
                memories.Contains(traffic.Memory) && traffic.Size >= DataSize.Zero,
                task,
                $"moves {traffic.Size.Bits} bits at '{traffic.Memory}', which cannot be");
        return plan;
    }

    /// <summary>An accelerator has every parameter of a network stored, and features of some width.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadPlan"/>.</exception>
    public static void Storage(TaskDescription task, NetworkStorage stored)
    {
        Demand(
            stored.SharedWords >= task.SharedParameters,
            task.Name,
            string.Create(CultureInfo.InvariantCulture, $"stores {stored.SharedWords} words of {task.SharedParameters} shared parameters"));
        Demand(
            stored.UnusedSharedWords >= 0 && stored.SharedWords - stored.UnusedSharedWords >= task.SharedParameters,
            task.Name,
            string.Create(
                CultureInfo.InvariantCulture,
                $"leaves {stored.UnusedSharedWords} of {stored.SharedWords} words unused, with {task.SharedParameters} shared parameters"));
        Demand(
            stored.TaskWords >= task.TaskParameterCount,
            task.Name,
            string.Create(
                CultureInfo.InvariantCulture, $"stores {stored.TaskWords} words of {task.TaskParameterCount} parameters of its own"));
        Demand(
            stored.FeatureBits is >= 1 and <= 64,
            task.Name,
            FormattableString.Invariant($"stores features in {stored.FeatureBits} bits; permitted: 1 to 64"));
    }

    private static bool IsClear(LayerPlan layer) =>
        layer.Resources.DistinctBy(static busy => busy.Resource).Count() == layer.Resources.Count
        && layer.Resources.All(static busy => busy.Time >= SimTime.Zero)
        && layer.Traffic.DistinctBy(static traffic => (traffic.Memory, traffic.Direction)).Count() == layer.Traffic.Count;

    /// <summary>An accelerator's powers, energies and times are finite and not negative.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadPlan"/> naming the figure.</exception>
    public static AcceleratorFigures Accelerator(AcceleratorFigures figures)
    {
        (string Figure, double Value)[] values =
        [
            ("on power", figures.OnPower.Watts), ("off power", figures.OffPower.Watts),
            ("wake latency", figures.WakeLatency.Picoseconds), ("wake energy", figures.WakeEnergy.Joules),
        ];
        foreach ((string figure, double value) in values)
            if (!double.IsFinite(value) || value < 0)
                throw new MemtiException(
                    DiagnosticCode.BadPlan,
                    $"the accelerator has a {figure} of {value.ToString(CultureInfo.InvariantCulture)}, which cannot be.");
        if (figures.WeightPort is { } port && !(IsRate(port.Read) && IsRate(port.Write)))
            throw new MemtiException(DiagnosticCode.BadPlan, "the accelerator has a weight port whose rates are not above zero.");
        return figures;
    }

    /// <summary>A processor has a clock, and its powers, energies and times are finite and not negative.</summary>
    /// <exception cref="MemtiException"><see cref="PluginCodes.BadProcessorFigure"/> naming the figure.</exception>
    public static ProcessorFigures Processor(ProcessorFigures figures)
    {
        (string Figure, double Value)[] values =
        [
            ("energy per active cycle", figures.PerActiveCycle.Joules), ("energy per stalled cycle", figures.PerStalledCycle.Joules),
            ("on power", figures.OnPower.Watts), ("off power", figures.OffPower.Watts),
            ("wake latency", figures.WakeLatency.Picoseconds), ("wake energy", figures.WakeEnergy.Joules),
        ];
        foreach ((string figure, double value) in values)
            RequireOfProcessor(double.IsFinite(value) && value >= 0, figure, value);
        RequireOfProcessor(double.IsFinite(figures.Clock.Hertz) && figures.Clock.Hertz > 0, "clock", figures.Clock.Hertz);
        return figures;
    }

    private static void RequireOfProcessor(bool condition, string figure, double value)
    {
        if (!condition)
            throw new MemtiException(
                PluginCodes.BadProcessorFigure,
                $"the processor has a {figure} of {value.ToString(CultureInfo.InvariantCulture)}, which cannot be.");
    }

    /// <summary>A model's parameters agree between its description and its layers.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadNetwork"/>.</exception>
    public static Network Network(TaskDescription task, Network network)
    {
        CheckWeights(task, network);
        long shared = network.Layers.Sum(static layer => layer.StoredSharedParameters);
        long own = network.Layers.Sum(static layer => layer.StoredTaskParameters);
        if (network.Layers.Count > 0 && shared == task.SharedParameters && own == task.TaskParameterCount)
            return network;
        throw new MemtiException(
            DiagnosticCode.BadNetwork,
            string.Create(
                CultureInfo.InvariantCulture,
                $"task '{task.Name}' states {task.SharedParameters} shared and {task.TaskParameterCount} own parameters; its "
                    + $"{network.Layers.Count} layers have {shared} and {own}."));
    }

    /// <summary>Parameters of another layer are those of an earlier one that stores them, and as many.</summary>
    private static void CheckWeights(TaskDescription task, Network network)
    {
        for (int index = 0; index < network.Layers.Count; index++)
        {
            Layer layer = network.Layers[index];
            if (layer.WeightsOf is not { } owner)
                continue;
            if (owner < 0 || owner >= index || network.Layers[owner] is not { WeightsOf: null } stored
                || (stored.SharedParameters, stored.TaskParameters) != (layer.SharedParameters, layer.TaskParameters))
            {
                throw new MemtiException(
                    DiagnosticCode.BadNetwork,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"task '{task.Name}': layer '{layer.Name}' uses the parameters of layer {owner}, which is not an earlier layer "
                            + $"that stores as many."));
            }
        }
    }

    private static bool IsRate(Bandwidth rate) => double.IsFinite(rate.BytesPerSecond) && rate.BytesPerSecond > 0;

    private static void Require(bool condition, string memory, string figure, double value)
    {
        if (!condition)
            throw new MemtiException(
                DiagnosticCode.BadMemoryFigure,
                $"memory '{memory}' has a {figure} of {value.ToString(CultureInfo.InvariantCulture)}, which cannot be.");
    }

    private static void Demand(bool condition, string task, string fault)
    {
        if (!condition)
            throw new MemtiException(DiagnosticCode.BadPlan, $"the plan of task '{task}' {fault}.");
    }
}
