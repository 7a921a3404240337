using Memti.Abstractions;
using Memti.Scenarios;
using Memti.Simulation;

namespace Memti.Hosting;

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
    /// <exception cref="MemtiException">A plugin failed, a figure cannot be, or contents do not fit; the finding has the place in the scenario.</exception>
    public PlannedDesign Plan(DesignScenario design, long seed, CancellationToken cancellationToken = default) => Plan(design, seed, null, cancellationToken);

    /// <summary>Plans a design in which a number was moved.</summary>
    /// <param name="design">The design, with the number moved when it is one of a component.</param>
    /// <param name="seed">Seed of all random streams.</param>
    /// <param name="built">The design before; its arrays keep their organisation where they can. Null when nothing was moved.</param>
    /// <param name="cancellationToken">Ends the wait for a plugin.</param>
    internal PlannedDesign Plan(DesignScenario design, long seed, BuiltDesign? built, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(design);
        var factory = new ComponentFactory(catalog, cancellationToken);
        PlannedModel model = Place.Findings(design.Network, () => _parts.Model(
            KeyOf(design.Network), string.Join('\n', design.Tasks.Select(static task => $"{task.Name}:{task.Classes}")), () => factory.Model(design.Network, design.Tasks)));
        DeployedWeights? deployed = weights is not null && weights.Fits(design) ? weights : null;
        PlannedMemory[] memories = Size(design, factory, new ContentsRule(model, deployed), model.SharedParameters > 0, built);
        DataSize[] sets = [.. model.Tasks.Select(task => deployed?.TaskSet(task.Name) ?? DataSize.FromBits(task.TaskParameterCount * model.TaskBits))];
        memories = [.. design.Memories.Zip(memories, (spec, memory) => spec.WritesDifferences ? WithReplacements(spec, memory, model, sets, deployed) : memory)];
        var placement = new PlacementRule(memories, model.SharedParameters > 0).Placement();
        PlannedInferences inferences = Place.Findings(design.Accelerator, () => Infer(design.Accelerator, factory, model, placement, memories));
        return new PlannedDesign
        {
            Name = design.Name,
            Description = design.Description,
            Memories = memories,
            Tasks = model.Tasks,
            System = new SystemDescription
            {
                AcceleratorName = design.Accelerator.Kind,
                Accelerator = inferences.Figures,
                Memories = [.. memories.Select(static memory => memory.Unit)],
                Tasks = [.. model.Tasks.Select((task, index) => Program(task, sets[index], inferences.Plans[index]))],
                ReloadOverlapsInference = design.ReloadOverlapped,
                Seed = (ulong)seed,
            },
            Workload = WorkloadOf(design.Workload),
            Inferences = inferences,
            FirmwareKind = design.Firmware.Kind,
            FirmwareContent = design.Firmware.Content,
            CreateFirmware = () => factory.Firmware(design.Firmware),
        };
    }

    // With its place, so that a finding is at the component that it is about.
    private static string KeyOf(ComponentSpec component) => $"{component.Place.File}({component.Place.Line},{component.Place.Column})\n{component.Content}";

    private PlannedInferences Infer(ComponentSpec component, ComponentFactory factory, PlannedModel model, Placement placement, PlannedMemory[] memories)
    {
        string[] names = [.. memories.Select(static memory => memory.Unit.Name)];
        return _parts.Inferences(new InferenceQuestion(KeyOf(component), model, placement, string.Join(',', names)), () =>
        {
            IAccelerator accelerator = factory.Accelerator(component);
            InferencePlan[] plans = factory.Call(component, "Plan", () => model.Networks.Select(network => accelerator.Plan(network, placement)).ToArray());
            return new PlannedInferences(
                [.. model.Tasks.Select((task, index) => FigureCheck.Plan(task.Name, plans[index], names))],
                FigureCheck.Accelerator(factory.Call(component, "Figures", () => accelerator.Figures)));
        });
    }

    private static TaskProgram Program(TaskDescription task, DataSize set, InferencePlan plan) => new() { Name = task.Name, Plan = plan, TaskSet = set };

    private PlannedMemory[] Size(DesignScenario design, ComponentFactory factory, ContentsRule contents, bool hasShared, BuiltDesign? built)
    {
        bool adrift = hasShared && !design.Memories.Any(static memory => memory.Holds.HasFlag(MemoryContents.Shared));
        return [.. design.Memories.Select((memory, index) =>
            Size(memory, design.Images.GetValueOrDefault(memory.Name), WithAdrift(memory.Holds, adrift), factory, contents, design.Tasks.Count, built?.Design.Memories[index], built))];
    }

    private PlannedMemory Size(
        MemorySpec memory, ImageSpec? image, MemoryContents holds, ComponentFactory factory, ContentsRule rule, int tasks, PlannedMemory? before, BuiltDesign? built)
    {
        int resident = Math.Min(memory.ResidentTasks ?? tasks, tasks);
        IReadOnlyList<ContentBlock> blocks = rule.Of(memory.Name, holds, resident, memory.Pinned, parameters => ScrubRule.CheckBits(memory, image, parameters));
        MovedCell? own = before?.Cells.Values.Any(cell => cell.Name == built?.Cell?.Cell.Name) == true ? built?.Cell : null;
        string sizes = string.Join(',', blocks.Select(static block => $"{block.Words}x{block.BitsPerWord}"));
        string kept = FormattableString.Invariant($"{string.Join(',', memory.Pinned)};{memory.ScrubDays:R};{(memory.ScrubDays is null ? null : image)}");
        var question = new MemoryQuestion(KeyOf(memory.Component), memory.Name, holds, resident, sizes, kept, own?.Number ?? "", null, false);
        if (before is not null && question.Equals(before.Question))
            return before;
        question = question with { Built = before, KeepsOrganisation = built?.KeepsOrganisation == true };
        return Place.Findings(memory.Component, () => _parts.Memory(question, () => Ask(memory, image, question, factory, blocks, own)));
    }

    private PlannedMemory Ask(MemorySpec memory, ImageSpec? image, MemoryQuestion question, ComponentFactory factory, IReadOnlyList<ContentBlock> blocks, MovedCell? moved)
    {
        var arrays = new PlannedArrays(catalog.Solver, moved, question.Built?.Solved ?? [], question.KeepsOrganisation);
        var request = new MemoryRequest(blocks, arrays) { Memory = question.Name };
        IMemoryModel model = factory.Memory(memory.Component);
        MemoryFigures figures = FigureCheck.Memory(question.Name, factory.Call(memory.Component, "Size", () => model.Size(request)));
        ScrubPlan? scrub = ScrubRule.Of(memory, figures, image);
        var unit = new MemoryUnit
        {
            Name = question.Name,
            Figures = figures,
            Holds = question.Holds,
            ResidentTasks = question.ResidentTasks,
            Pinned = memory.Pinned,
            Scrub = scrub,
        };
        return new PlannedMemory(unit, memory.Component.Kind, request.Size) { Cells = arrays.Cells, Solved = arrays.Solved, Question = question };
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
