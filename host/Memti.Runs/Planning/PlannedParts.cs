using System.Collections.Concurrent;
using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Memories;
using Memti.Scenarios.Bindings;
using Memti.Simulation.Systems;

namespace Memti.Runs.Planning;

/// <summary>
/// What the plugins of a run were asked once and need not be asked again: designs share components, and a moved number leaves most of
/// them what they were. Parts are equal when the contents of their components and what they are asked are.
/// </summary>
internal sealed class PlannedParts
{
    private readonly ConcurrentDictionary<(string Component, string Tasks), Lazy<PlannedModel>> _models = new();
    private readonly ConcurrentDictionary<(string Component, PlannedModel Model), Lazy<StoredModel>> _stored = new();
    private readonly ConcurrentDictionary<MemoryQuestion, Lazy<PlannedMemory>> _memories = new();
    private readonly ConcurrentDictionary<InferenceQuestion, Lazy<PlannedInferences>> _inferences = new();

    public PlannedModel Model(string component, string tasks, Func<PlannedModel> ask) =>
        _models.GetOrAdd((component, tasks), _ => new Lazy<PlannedModel>(ask)).Value;

    /// <summary>A component with its place, so that a finding is at the component that it is about.</summary>
    public static string KeyOf(ComponentSpec component) =>
        $"{component.Place.File}({component.Place.Line},{component.Place.Column})\n{component.Content}";

    public StoredModel Stored(string component, PlannedModel model, Func<StoredModel> ask) =>
        _stored.GetOrAdd((component, model), _ => new Lazy<StoredModel>(ask)).Value;

    public PlannedMemory Memory(MemoryQuestion question, Func<PlannedMemory> ask) =>
        _memories.GetOrAdd(question, _ => new Lazy<PlannedMemory>(ask)).Value;

    public PlannedInferences Inferences(InferenceQuestion question, Func<PlannedInferences> ask) =>
        _inferences.GetOrAdd(question, _ => new Lazy<PlannedInferences>(ask)).Value;
}

/// <summary>What a memory is asked.</summary>
/// <param name="Component">Content of its component.</param>
/// <param name="Name">Its name, which findings give.</param>
/// <param name="Holds">What it holds.</param>
/// <param name="Copies">What it keeps a copy of.</param>
/// <param name="ResidentTasks">Task sets at one time.</param>
/// <param name="Blocks">What that comes to.</param>
/// <param name="Kept">Tasks that stay in it, and how it is scrubbed.</param>
/// <param name="Moved">The number of a cell that was moved; empty for none.</param>
/// <param name="Built">The memory before anything was moved; null when nothing is.</param>
internal sealed record MemoryQuestion(
    string Component,
    string Name,
    MemoryContents Holds,
    MemoryContents Copies,
    int ResidentTasks,
    string Blocks,
    string Kept,
    string Moved,
    PlannedMemory? Built)
{
    /// <summary>Memories are told apart by reference: two that are equal were planned once.</summary>
    public bool Equals(MemoryQuestion? other) => other is not null
        && Component == other.Component
            && Name == other.Name
            && Holds == other.Holds
            && Copies == other.Copies
            && ResidentTasks == other.ResidentTasks
        && Blocks == other.Blocks && Kept == other.Kept && Moved == other.Moved && ReferenceEquals(Built, other.Built);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Component, Name, ResidentTasks, Blocks, Moved);
}

/// <summary>What an accelerator is asked.</summary>
/// <param name="Component">Content of its component.</param>
/// <param name="Model">The networks.</param>
/// <param name="Placement">Where everything lies.</param>
/// <param name="Memories">Names of the design's memories.</param>
internal sealed record InferenceQuestion(string Component, PlannedModel Model, Placement Placement, string Memories);

/// <summary>The plans of an accelerator, with its figures.</summary>
/// <param name="Plans">One per task; null for a task that it cannot run, where others can.</param>
/// <param name="Figures">Its powers and times.</param>
internal sealed record PlannedInferences(IReadOnlyList<InferencePlan?> Plans, AcceleratorFigures Figures)
{
    /// <summary>The accelerators beside the first one. Default: none.</summary>
    public IReadOnlyList<AcceleratorUnit> Others { get; init; } = [];
}
