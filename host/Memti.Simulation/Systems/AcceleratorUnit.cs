using Memti.Abstractions.Accelerators;

namespace Memti.Simulation.Systems;

/// <summary>An accelerator beside the first one of a system.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Figures">Its power.</param>
/// <param name="Plans">Plan of an inference by task; null for a task that it cannot run.</param>
public sealed record AcceleratorUnit(string Name, AcceleratorFigures Figures, IReadOnlyList<InferencePlan?> Plans);
