using System.Globalization;
using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Plugins.Catalog;
using Memti.Plugins.Figures;
using Memti.Runs.Deployments;
using Memti.Scenarios.Designs;
using Memti.Scenarios.Images;
using Memti.Simulation.Systems;

namespace Memti.Runs.Planning;

/// <summary>
/// Sizes the memories of a design for what they hold. The backing store waits for the memories that it may keep copies of: only their
/// figures say whether they lose their contents.
/// </summary>
internal sealed class MemorySizing
{
    private readonly Dictionary<string, PlannedMemory> _sized = new(StringComparer.Ordinal);
    private readonly DesignScenario _design;
    private readonly ComponentFactory _factory;
    private readonly StoredModel _model;
    private readonly CapacityPlanner _contents;
    private readonly PluginCatalog _catalog;
    private readonly PlannedParts _parts;
    private readonly BuiltDesign? _built;

    public MemorySizing(
        DesignScenario design,
        StoredModel model,
        DeployedWeights? weights,
        ComponentFactory factory,
        PluginCatalog catalog,
        PlannedParts parts,
        BuiltDesign? built)
    {
        (_design, _factory, _model, _contents, _catalog, _parts, _built) =
            (design, factory, model, new(model, weights), catalog, parts, built);
        Map = new(design.Memories, model.SharedWords > 0, memory => Of(memory).Unit.Figures.Volatile);
    }

    /// <summary>Who holds what.</summary>
    public PlacementMap Map { get; }

    /// <summary>A memory; sized when it is first asked for.</summary>
    /// <exception cref="MemtiException">The plugin failed, a figure cannot be, or contents do not fit; the finding has the place in the
    /// scenario.</exception>
    public PlannedMemory Of(MemorySpec memory)
    {
        if (!_sized.TryGetValue(memory.Name, out PlannedMemory? sized))
            _sized.Add(
                memory.Name,
                sized = Size(
                    memory,
                    _design.Images.GetValueOrDefault(memory.Name),
                    _built?.Design.Memories.First(one => one.Unit.Name == memory.Name)));
        return sized;
    }

    /// <summary>The memory that inferences find a content in, as the accelerator sees it.</summary>
    public MemoryPort PortOf(MemoryContents content)
    {
        MemoryUnit unit = Of(Map.HolderOf(content)).Unit;
        return new MemoryPort(unit.Name, unit.Figures.OnChip, unit.Figures.SustainedRead, unit.Figures.Write);
    }

    private PlannedMemory Size(MemorySpec memory, ImageSpec? image, PlannedMemory? before)
    {
        IReadOnlyList<ContentBlock> blocks = _contents.Of(memory, Map.ContentsOf(memory), image);
        PerturbedCell? own = before?.Cells.Values.Any(cell => cell.Name == _built?.Cell?.Cell.Name) == true ? _built?.Cell : null;
        string sizes = string.Join(',', blocks.Select(static block => $"{block.Words}x{block.BitsPerWord}"));
        string kept = string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(',', memory.Pinned)};{memory.At};{memory.ScrubDays:R};{(memory.ScrubDays is null ? null : image)}");
        var question = new MemoryQuestion(
            PlannedParts.KeyOf(memory.Component),
            memory.Name,
            Map.Held(memory),
            Map.Copies(memory),
            _model.Resident(memory),
            sizes,
            kept,
            own?.Number ?? "",
            null);
        if (before is not null && question.Equals(before.Question))
            return before;
        question = question with { Built = before };
        return DiagnosticLocation.Findings(
            memory.Component, () => _parts.Memory(question, () => Ask(memory, image, question, blocks, own)));
    }

    private PlannedMemory Ask(
        MemorySpec memory, ImageSpec? image, MemoryQuestion question, IReadOnlyList<ContentBlock> blocks, PerturbedCell? moved)
    {
        var arrays = new PlannedArrays(_catalog.Solver, moved, question.Built?.Solved ?? []);
        var request = new MemoryRequest(blocks, arrays) { Memory = question.Name };
        IMemoryModel model = _factory.Memory(memory.Component);
        MemoryFigures figures = FigureCheck.Memory(question.Name, _factory.Call(memory.Component, "Size", () => model.Size(request)));
        var unit = new MemoryUnit
        {
            Name = question.Name,
            Figures = figures,
            Holds = question.Holds,
            Copies = question.Copies,
            ResidentTasks = question.ResidentTasks,
            Pinned = memory.Pinned,
            At = memory.At,
            Scrub = ScrubRule.Of(memory, figures, image),
        };
        return new PlannedMemory(unit, memory.Component.Kind, request.Size)
        {
            Cells = arrays.Cells,
            Solved = arrays.Solved,
            Question = question
        };
    }
}
