using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Catalog;
using Memti.Plugins.Figures;
using Memti.Runs.Codes;
using Memti.Runs.Deployments;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Designs;
using Memti.Scenarios.Workloads;
using Memti.Simulation.Frames;
using Memti.Simulation.Systems;

namespace Memti.Runs.Planning;

/// <summary>Turns a design of a scenario into sized memories and planned inferences. All plugin code is called through the guard.</summary>
/// <param name="catalog">The kinds that the design names.</param>
/// <param name="weights">Weight images for designs that run their network; null for sizes that follow from counts.</param>
public sealed class DesignPlanner(PluginCatalog catalog, DeployedWeights? weights = null)
{
    private readonly PlannedParts _parts = new();

    /// <summary>Plans a design.</summary>
    /// <param name="design">The design, validated.</param>
    /// <param name="seed">Seed of all random streams.</param>
    /// <param name="cancellationToken">Ends the wait for a plugin.</param>
    /// <exception cref="MemtiException">A plugin failed, a figure cannot be, or contents do not fit; the finding has the place in the
    /// scenario.</exception>
    public PlannedDesign Plan(DesignScenario design, long seed, CancellationToken cancellationToken = default) =>
        Plan(design, seed, null, cancellationToken);

    /// <summary>Plans a design in which a number was moved.</summary>
    /// <param name="design">The design, with the number moved when it is one of a component.</param>
    /// <param name="seed">Seed of all random streams.</param>
    /// <param name="built">The design before; its arrays keep their organisation where they can. Null when nothing was moved.</param>
    /// <param name="cancellationToken">Ends the wait for a plugin.</param>
    internal PlannedDesign Plan(DesignScenario design, long seed, BuiltDesign? built, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(design);
        var factory = new ComponentFactory(catalog, cancellationToken);
        PlannedModel model = DiagnosticLocation.Findings(design.Network, () => _parts.Model(
            KeyOf(design.Network),
            string.Join('\n', design.Tasks.Select(static task => $"{task.Name}:{task.Classes}")),
            () => factory.Model(design.Network, design.Tasks)));
        RequireShared(design, model);
        StoredModel stored = DiagnosticLocation.Findings(design.Accelerator, () => Store(design.Accelerator, factory, model));
        // A number that is moved to see what it matters stands for the same images.
        bool runsImages = built?.Design.RunsImages ?? weights?.Fits(design) ?? false;
        DeployedWeights? deployed = runsImages ? weights!.For(stored.IsPlain) : null;
        var sizing = new MemorySizing(design, stored, deployed, factory, catalog, _parts, built);
        DataSize[] sets = [.. model.Tasks.Select((task, index) => deployed?.TaskSet(task.Name) ?? stored.TaskSet(index))];
        PlannedMemory[] memories =
            [.. design.Memories
                .Select(spec => spec.WritesDifferences ? WithReplacements(spec, sizing.Of(spec), model, sets, deployed) : sizing.Of(spec))];
        Placement placement = PlacementOf(sizing, model.SharedParameters > 0);
        PlannedInferences inferences = DiagnosticLocation.Findings(
            design.Accelerator, () => Infer(design.Accelerator, factory, model, placement, memories));
        var system = new SystemDescription
        {
            AcceleratorName = design.Accelerator.Kind,
            Accelerator = inferences.Figures,
            Memories = [.. memories.Select(static memory => memory.Unit)],
            Tasks = [.. model.Tasks.Select((task, index) => Program(task, sets[index], stored.Frame(index), inferences.Plans[index]))],
            SharedSet = stored.SharedSet,
            Activations = stored.Activations,
            ReloadOverlapsInference = design.ReloadOverlapped,
            Seed = (ulong)seed,
        };
        return new PlannedDesign
        {
            Name = design.Name,
            Description = design.Description,
            Memories = memories,
            Tasks = model.Tasks,
            System = system,
            Workload = WorkloadOf(design.Workload),
            Inferences = inferences,
            Warnings = model.Warnings,
            Firmware = design.Firmware,
            RunsImages = runsImages,
            // Moved numbers are compared without a supply: what they change would drown in brown-outs.
            Supply = built is null ? SupplyPlanner.Plan(design.Supply, factory) : null,
            Machine = MachinePlanner.HasBus(design) ? new MachinePlanner(design, factory).Plan(system, model.Networks) : null,
        };
    }

    private static string KeyOf(ComponentSpec component) => PlannedParts.KeyOf(component);

    private StoredModel Store(ComponentSpec component, ComponentFactory factory, PlannedModel model) =>
        _parts.Stored(KeyOf(component), model, () =>
    {
        IAccelerator accelerator = factory.Accelerator(component);
        return StoredModel.Of(model, factory.Call(component, "StorageOf", () => model.Networks.Select(accelerator.StorageOf).ToArray()));
    });

    /// <summary>From where the accelerator reads each kind of data, and to where it writes.</summary>
    private static Placement PlacementOf(MemorySizing sizing, bool hasShared) => new()
    {
        SharedWeights = hasShared ? sizing.PortOf(MemoryContents.Shared) : null,
        TaskWeights = sizing.PortOf(MemoryContents.TaskSpecific),
        Activations = sizing.PortOf(MemoryContents.Activations),
        Input = sizing.PortOf(MemoryContents.Input),
    };

    private PlannedInferences Infer(
        ComponentSpec component, ComponentFactory factory, PlannedModel model, Placement placement, PlannedMemory[] memories)
    {
        string[] names = [.. memories.Select(static memory => memory.Unit.Name)];
        return _parts.Inferences(new InferenceQuestion(KeyOf(component), model, placement, string.Join(',', names)), () =>
        {
            IAccelerator accelerator = factory.Accelerator(component);
            InferencePlan[] plans = factory.Call(
                component, "Plan", () => model.Networks.Select(network => accelerator.Plan(network, placement)).ToArray());
            return new PlannedInferences(
                [.. model.Tasks.Select((task, index) => FigureCheck.Plan(task.Name, plans[index], names))],
                FigureCheck.Accelerator(factory.Call(component, "Figures", () => accelerator.Figures)));
        });
    }

    private static TaskProgram Program(TaskDescription task, DataSize set, DataSize input, InferencePlan plan) =>
        new() { Name = task.Name, Plan = plan, TaskSet = set, Input = input };

    private static void RequireShared(DesignScenario design, PlannedModel model)
    {
        if (model.SharedParameters > 0 || design.Workload.Deployments.All(static deployment => deployment.Task is not null))
            return;
        throw new MemtiException(new Diagnostic(
            RunCodes.NothingToDeploy, "a deployment brings shared parameters, and the network has none; permitted: deployments of tasks.")
        {
            Key = "workload.deployments",
            Permitted = "deployments of tasks",
        });
    }

    private static PlannedMemory WithReplacements(
        MemorySpec spec,
        PlannedMemory memory,
        PlannedModel model,
        IReadOnlyList<DataSize> sets,
        DeployedWeights? weights) => DiagnosticLocation.Findings(spec.Component, () =>
    {
        MemoryFigures figures = memory.Unit.Figures;
        if (figures is not { LevelWrites: not null, WriteIsExclusive: true } || !memory.Unit.Holds.HasFlag(MemoryContents.TaskSpecific))
            throw new MemtiException(new Diagnostic(
                RunCodes.MemoryCannotDo,
                $"memory '{spec.Name}' of kind '{memory.Kind}' has 'writes: differential', which takes non-volatile cells of known "
                    + "pulses that hold 'task_specific'.")
            {
                Key = $"memories.{spec.Name}.writes",
            });
        string[] tasks = [.. model.Tasks.Select(static task => task.Name)];
        var replacements = new SlotReplacements(figures, (double)figures.CellsUsed / Math.Max(1, memory.Contents.Bits), weights);
        return memory with
        {
            Unit = memory.Unit with { Replacement = replacements.Of(spec.Name, tasks, sets) },
            Writes = replacements.Describe(spec.Name, tasks)
        };
    });

    private static Workload WorkloadOf(WorkloadSpec workload) => new()
    {
        FrameRate = workload.FrameRate,
        Frames = workload.Frames,
        Pattern = workload.Pattern,
        Shuffled = workload.Shuffled,
        Deployments = [.. workload.Deployments
            .Select(
                static deployment =>
                    deployment.Task is { } task ? new Deployment(deployment.Frame, task) : Deployment.OfShared(deployment.Frame))],
    };
}
