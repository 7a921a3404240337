namespace Memti.Runs.Reports;

/// <summary>Where the time of one inference of a task goes.</summary>
/// <param name="Task">The task.</param>
/// <param name="TimeModel">How layers and resources overlap.</param>
/// <param name="Ms">Time of the inference in ms.</param>
/// <param name="FirstFillMs">Time before the multipliers could start, in ms; not part of the time of the inference.</param>
/// <param name="DrainMs">Time after they ended, in ms; not part of the time of the inference.</param>
/// <param name="Layers">The layers in order.</param>
public sealed record TimeExplanation(
    string Task, string TimeModel, double Ms, double FirstFillMs, double DrainMs, IReadOnlyList<LayerRow> Layers);
