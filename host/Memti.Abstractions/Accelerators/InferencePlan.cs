using Memti.Abstractions.Units;

namespace Memti.Abstractions.Accelerators;

/// <summary>One inference, planned: how long it takes, what it moves and what it costs.</summary>
public sealed record InferencePlan
{
    /// <summary>Time from start to the last result.</summary>
    public required SimTime Duration { get; init; }

    /// <summary>
    /// Time to fill the buffer for the first layer, before anything can be computed; zero when the accelerator does not say. Not part of the
    /// duration: inferences that follow each other overlap it.
    /// </summary>
    public SimTime FirstFill { get; init; }

    /// <summary>Time to write the last result after it was computed; zero when the accelerator does not say. Not part of the duration either.</summary>
    public SimTime Drain { get; init; }

    /// <summary>What sets the duration, such as <c>compute</c> or the name of a memory.</summary>
    public required string Binding { get; init; }

    /// <summary>The rule by which layers and resources overlap, such as <c>whole_frame</c>.</summary>
    public required string TimeModel { get; init; }

    /// <summary>Energy of the accelerator over the inference, on top of its on power.</summary>
    public required Energy DynamicEnergy { get; init; }

    /// <summary>
    /// What the operations of the inference take; null for <see cref="DynamicEnergy"/>. It may be more than that, where the on power counts part of the
    /// operations, such as an average measured at work; clock and leakage over the inference are then the on power over <see cref="Duration"/> and the
    /// dynamic energy, less this. It splits the energy of the inference and adds none; more than that energy counts as all of it.
    /// </summary>
    public Energy? ComputeEnergy { get; init; }

    /// <summary>What each memory moves. A memory occurs once per direction.</summary>
    public required IReadOnlyList<Traffic> Traffic { get; init; }

    /// <summary>The layers in order; their durations add up to <see cref="Duration"/>.</summary>
    public required IReadOnlyList<LayerPlan> Layers { get; init; }
}
