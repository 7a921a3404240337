using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Catalog;
using Memti.Runs.Codes;
using Memti.Runs.Deployments;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Designs;
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

    /// <summary>Checks that the accelerators of a design read weight images, before anybody makes them.</summary>
    /// <param name="design">The design, validated.</param>
    /// <param name="manifest">The manifest that the images will have.</param>
    /// <param name="cancellationToken">Ends the wait for a plugin.</param>
    /// <exception cref="MemtiException"><see cref="RunCodes.DeploymentDoesNotFit"/>: they have parameters stored otherwise, in words
    /// transformed, padded or in another memory. A plugin failed.</exception>
    public void RequireImages(DesignScenario design, string manifest, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        var factory = new ComponentFactory(catalog, cancellationToken);
        PlannedModel model = ModelOf(design, factory);
        DiagnosticLocation.Findings(design.Accelerator, () => Store(design, factory, model).Difference is { } difference
            ? throw DeployedWeights.Unreadable(manifest, difference)
            : true);
    }

    /// <summary>Plans a design in which a number was moved.</summary>
    /// <param name="design">The design, with the number moved when it is one of a component.</param>
    /// <param name="seed">Seed of all random streams.</param>
    /// <param name="built">The design before; its arrays keep their organisation where they can. Null when nothing was moved.</param>
    /// <param name="cancellationToken">Ends the wait for a plugin.</param>
    internal PlannedDesign Plan(DesignScenario design, long seed, BuiltDesign? built, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(design);
        var factory = new ComponentFactory(catalog, cancellationToken);
        RequireServed(design);
        PlannedModel model = ModelOf(design, factory);
        RequireShared(design, model);
        StoredModel stored = DiagnosticLocation.Findings(design.Accelerator, () => Store(design, factory, model));
        // A number that is moved to see what it matters stands for the same images.
        bool runsImages = built?.Design.RunsImages ?? weights?.Fits(design) ?? false;
        DeployedWeights? deployed = runsImages
            ? DiagnosticLocation.Findings(design.Accelerator, () => weights!.For(stored.Difference))
            : null;
        var sizing = new MemorySizing(design, stored, deployed, factory, catalog, _parts, built);
        DataSize[] sets = [.. model.Tasks.Select((task, index) => deployed?.TaskSet(task.Name) ?? stored.TaskSet(index))];
        PlannedMemory[] memories =
            [.. design.Memories
                .Select(spec => spec.WritesDifferences ? WithReplacements(spec, sizing.Of(spec), model, sets, deployed) : sizing.Of(spec))];
        Placement placement = PlacementOf(sizing, model.SharedParameters > 0);
        string[] names = [.. memories.Select(static memory => memory.Unit.Name)];
        AcceleratorPlanner accelerators = new(_parts, factory, model, placement, names);
        PlannedInferences inferences = accelerators.Of(design);
        var system = new SystemDescription
        {
            AcceleratorName = design.Accelerator.Kind,
            Accelerator = inferences.Figures,
            Memories = [.. memories.Select(static memory => memory.Unit)],
            OtherAccelerators = inferences.Others,
            Networks = model.Starts.Count,
            Tasks = [.. model.Tasks.Select((task, index) => Program(task, sets[index], stored.Frame(index), inferences, index))],
            SharedSet = stored.SharedSet,
            Activations = stored.Activations,
            ReloadOverlapsInference = design.ReloadOverlapped,
            Seed = (ulong)seed,
        };
        // Moved numbers are compared without a supply: what they change would drown in brown-outs.
        PlannedSupply? supply = built is null ? SupplyPlanner.Plan(design.Supply, factory) : null;
        PlannedMachine? machine =
            MachinePlanner.HasBus(design) ? new MachinePlanner(design, factory).Plan(system, model.Networks) : null;
        if (supply is not null && machine is not null)
            machine = machine with { Tearing = new TearingPlanner(catalog, design, seed, cancellationToken).Of(machine.Map, memories) };
        return new PlannedDesign
        {
            Name = design.Name,
            Description = design.Description,
            Memories = memories,
            Tasks = model.Tasks,
            System = system,
            Workload = WorkloadPlanner.Of(design.Workload, (ulong)seed),
            Inferences = inferences,
            Warnings = model.Warnings,
            Firmware = design.Firmware,
            RunsImages = runsImages,
            Supply = supply,
            Machine = machine,
        };
    }

    private static string KeyOf(ComponentSpec component) => PlannedParts.KeyOf(component);

    private PlannedModel ModelOf(DesignScenario design, ComponentFactory factory)
    {
        TaskRequest[] own = [.. design.Tasks.SkipLast(design.OtherNetworks.Sum(static network => network.Tasks.Count))];
        PlannedModel first = ModelOf(design.Network, own, factory);
        if (design.OtherNetworks.Count == 0)
            return first;
        PlannedModel[] all = [first, .. design.OtherNetworks.Select(other => ModelOf(other.Component, other.Tasks, factory))];
        return _parts.Model(
            string.Join('\n', [KeyOf(design.Network), .. design.OtherNetworks.Select(static other => KeyOf(other.Component))]),
            TasksText(design.Tasks),
            () => PlannedModel.Join(all));
    }

    private PlannedModel ModelOf(ComponentSpec network, IReadOnlyList<TaskRequest> tasks, ComponentFactory factory) =>
        DiagnosticLocation.Findings(
            network, () => _parts.Model(KeyOf(network), TasksText(tasks), () => factory.Model(network, tasks)));

    private static string TasksText(IEnumerable<TaskRequest> tasks) =>
        string.Join('\n', tasks.Select(static task => $"{task.Name}:{task.Classes}"));

    /// <summary>Each accelerator says how it stores a network; memories have room for what needs most.</summary>
    private StoredModel Store(DesignScenario design, ComponentFactory factory, PlannedModel model)
    {
        ComponentSpec[] all = [design.Accelerator, .. design.OtherAccelerators.Select(static other => other.Component)];
        return _parts.Stored(string.Join('\n', all.Select(KeyOf)), model, () =>
        {
            NetworkStorage[][] stored = [.. all.Select(component =>
            {
                IAccelerator accelerator = factory.Accelerator(component);
                return factory.Call(component, "StorageOf", () => model.Networks.Select(accelerator.StorageOf).ToArray());
            })];
            return StoredModel.Of(model, [.. stored[0].Select((_, task) => StoredModel.Most([.. stored.Select(of => of[task])]))]);
        });
    }

    /// <summary>From where the accelerator reads each kind of data, and to where it writes.</summary>
    private static Placement PlacementOf(MemorySizing sizing, bool hasShared) => new()
    {
        SharedWeights = hasShared ? sizing.PortOf(MemoryContents.Shared) : null,
        TaskWeights = sizing.PortOf(MemoryContents.TaskSpecific),
        Activations = sizing.PortOf(MemoryContents.Activations),
        Input = sizing.PortOf(MemoryContents.Input),
    };

    private static TaskProgram Program(TaskDescription task, DataSize set, DataSize input, PlannedInferences inferences, int index)
    {
        int accelerator = inferences.Plans[index] is null
            ? 1 + inferences.Others.ToList().FindIndex(other => other.Plans[index] is not null)
            : 0;
        return new()
        {
            Name = task.Name,
            Plan = inferences.Plans[index] ?? inferences.Others[accelerator - 1].Plans[index]!,
            Accelerator = accelerator,
            TaskSet = set,
            Input = input,
        };
    }

    /// <summary>Firmware, networks and workload fit each other.</summary>
    private static void RequireServed(DesignScenario design)
    {
        if (design.Workload.Streams.Count == 0 && FirmwareWords.IsForStreams(design.Firmware.Kind))
            throw DiagnosticLocation.Error(design.Firmware, new Diagnostic(
                RunCodes.NoStreams,
                $"firmware '{design.Firmware.Kind}' serves streams, and the workload has none; permitted: a workload with 'streams', or "
                    + "other firmware.")
            {
                Permitted = "a workload with 'streams', or other firmware",
            });
        if (design.OtherNetworks.Count > 0 && MachinePlanner.HasBus(design))
            throw DiagnosticLocation.Error(design.OtherNetworks[0].Component, new Diagnostic(
                RunCodes.OneNetworkOnBus,
                "the design has several networks, and on the bus an accelerator knows one; permitted: one network, or a design without "
                    + "processor, registers and addresses.")
            {
                Permitted = "one network, or a design without processor, registers and addresses",
            });
    }

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
}
