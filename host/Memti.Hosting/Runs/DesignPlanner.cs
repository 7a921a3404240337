using Memti.Abstractions;
using Memti.Scenarios;
using Memti.Simulation;

namespace Memti.Hosting;

/// <summary>Turns a design of a scenario into sized memories and planned inferences. All plugin code is called through the guard.</summary>
/// <param name="catalog">The kinds that the design names.</param>
/// <param name="weights">Weight images for designs that run their network; null for sizes that follow from counts.</param>
public sealed class DesignPlanner(PluginCatalog catalog, DeployedWeights? weights = null)
{
    /// <summary>Plans a design.</summary>
    /// <param name="design">The design, validated.</param>
    /// <param name="seed">Seed of all random streams.</param>
    /// <param name="cancellationToken">Ends the wait for a plugin.</param>
    /// <exception cref="MemtiException">A plugin failed, a figure cannot be, or contents do not fit; the finding has the place in the scenario.</exception>
    public PlannedDesign Plan(DesignScenario design, long seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        var factory = new ComponentFactory(catalog, cancellationToken);
        PlannedModel model = factory.Model(design.Network, design.Tasks);
        DeployedWeights? deployed = weights is not null && weights.Fits(design) ? weights : null;
        PlannedMemory[] memories = Size(design, factory, new ContentsRule(model, deployed), model.SharedParameters > 0);
        DataSize[] sets = [.. model.Tasks.Select(task => deployed?.TaskSet(task.Name) ?? DataSize.FromBits(task.TaskParameterCount * model.TaskBits))];
        memories = [.. design.Memories.Zip(memories, (spec, memory) => spec.WritesDifferences ? WithReplacements(spec, memory, model, sets, deployed) : memory)];
        IAccelerator accelerator = factory.Accelerator(design.Accelerator);
        var placement = new PlacementRule(memories, model.SharedParameters > 0).Placement();
        InferencePlan[] plans = Place.Findings(design.Accelerator, () =>
            factory.Call(design.Accelerator, "Plan", () => model.Networks.Select(network => accelerator.Plan(network, placement)).ToArray()));
        HashSet<string> names = [.. memories.Select(static memory => memory.Unit.Name)];
        return new PlannedDesign
        {
            Name = design.Name,
            Description = design.Description,
            Memories = memories,
            Tasks = model.Tasks,
            System = new SystemDescription
            {
                AcceleratorName = design.Accelerator.Kind,
                Accelerator = Place.Findings(design.Accelerator, () => FigureCheck.Accelerator(factory.Call(design.Accelerator, "Figures", () => accelerator.Figures))),
                Memories = [.. memories.Select(static memory => memory.Unit)],
                Tasks = [.. model.Tasks.Select((task, index) => Program(task, sets[index], FigureCheck.Plan(task.Name, plans[index], names)))],
                ReloadOverlapsInference = design.ReloadOverlapped,
                Seed = (ulong)seed,
            },
            Workload = WorkloadOf(design.Workload),
            FirmwareKind = design.Firmware.Kind,
            CreateFirmware = () => factory.Firmware(design.Firmware),
        };
    }

    private static TaskProgram Program(TaskDescription task, DataSize set, InferencePlan plan) => new() { Name = task.Name, Plan = plan, TaskSet = set };

    private PlannedMemory[] Size(DesignScenario design, ComponentFactory factory, ContentsRule contents, bool hasShared)
    {
        bool adrift = hasShared && !design.Memories.Any(static memory => memory.Holds.HasFlag(MemoryContents.Shared));
        return [.. design.Memories.Select(memory => Size(memory, design.Images.GetValueOrDefault(memory.Name), WithAdrift(memory.Holds, adrift), factory, contents, design.Tasks.Count))];
    }

    private PlannedMemory Size(MemorySpec memory, ImageSpec? image, MemoryContents holds, ComponentFactory factory, ContentsRule rule, int tasks)
    {
        int resident = Math.Min(memory.ResidentTasks ?? tasks, tasks);
        var request = new MemoryRequest(rule.Of(memory.Name, holds, resident, memory.Pinned, parameters => ScrubRule.CheckBits(memory, image, parameters)), catalog.Arrays) { Memory = memory.Name };
        IMemoryModel model = factory.Memory(memory.Component);
        MemoryFigures figures = Place.Findings(memory.Component, () =>
            FigureCheck.Memory(memory.Name, factory.Call(memory.Component, "Size", () => model.Size(request))));
        ScrubPlan? scrub = Place.Findings(memory.Component, () => ScrubRule.Of(memory, figures, image));
        var unit = new MemoryUnit { Name = memory.Name, Figures = figures, Holds = holds, ResidentTasks = resident, Pinned = memory.Pinned, Scrub = scrub };
        return new PlannedMemory(unit, memory.Component.Kind, request.Size);
    }

    private static PlannedMemory WithReplacements(MemorySpec spec, PlannedMemory memory, PlannedModel model, IReadOnlyList<DataSize> sets, DeployedWeights? weights) => Place.Findings(spec.Component, () =>
    {
        MemoryFigures figures = memory.Unit.Figures;
        if (figures is not { LevelWrites: not null, WriteIsExclusive: true } || !memory.Unit.Holds.HasFlag(MemoryContents.TaskSpecific))
            throw new MemtiException(new Diagnostic(
                DiagnosticCode.MemoryCannotDo, $"memory '{spec.Name}' of kind '{memory.Kind}' has 'writes: differential', which takes non-volatile cells of known pulses that hold 'task_specific'.")
            {
                Key = $"memories.{spec.Name}.writes",
            });
        string[] tasks = [.. model.Tasks.Select(static task => task.Name)];
        var replacements = new SlotReplacements(figures, (double)figures.CellsUsed / Math.Max(1, memory.Contents.Bits), weights);
        return memory with { Unit = memory.Unit with { Replacement = replacements.Of(spec.Name, tasks, sets) }, Writes = replacements.Describe(spec.Name, tasks) };
    });

    /// <summary>Shared parameters that no memory of their own holds stay in the backing store.</summary>
    private static MemoryContents WithAdrift(MemoryContents holds, bool adrift) =>
        adrift && holds.HasFlag(MemoryContents.AllTasks) ? holds | MemoryContents.Shared : holds;

    private static Workload WorkloadOf(WorkloadSpec workload) => new()
    {
        FrameRate = workload.FrameRate,
        Frames = workload.Frames,
        Pattern = workload.Pattern,
        Shuffled = workload.Shuffled,
        Deployments = [.. workload.Deployments.Select(static deployment => new Deployment(deployment.Frame, deployment.Task))],
    };
}
