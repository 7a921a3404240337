using Memti.Abstractions.Units;

namespace Memti.Abstractions.Accelerators;

/// <summary>The plan of one inference: its duration, its traffic per memory and its energy.</summary>
public sealed record InferencePlan
{
    /// <summary>Time from the start to the last result, zero or more.</summary>
    public required SimTime Duration { get; init; }

    /// <summary>
    /// Time to fill the buffer for the first layer, before any computation. Default: zero, which also stands for unknown.
    /// <see cref="Duration"/> excludes it, because back-to-back inferences overlap it.
    /// </summary>
    public SimTime FirstFill { get; init; }

    /// <summary>Time to write the last result after it was computed. Default: zero, which also stands for unknown. <see cref="Duration"/>
    /// excludes it.</summary>
    public SimTime Drain { get; init; }

    /// <summary>The resource that limits the duration, such as <c>compute</c> or the name of a memory.</summary>
    public required string Binding { get; init; }

    /// <summary>The rule by which layers and resources overlap, such as <c>whole_frame</c>.</summary>
    public required string TimeModel { get; init; }

    /// <summary>Energy of the accelerator over the inference, in addition to its on power.</summary>
    public required Energy DynamicEnergy { get; init; }

    /// <summary>
    /// Energy of the multiply-accumulates and other operations. Default: null, which means <see cref="DynamicEnergy"/>. It may exceed the
    /// dynamic energy when the on power already contains part of the operations, as an average measured under load does. Clock and leakage
    /// energy is then the on power over <see cref="Duration"/> plus the dynamic energy, less this value. The value splits the energy of the
    /// inference and adds none; it is capped at that energy.
    /// </summary>
    public Energy? ComputeEnergy { get; init; }

    /// <summary>Traffic of each memory. A memory occurs at most once per direction.</summary>
    public required IReadOnlyList<Traffic> Traffic { get; init; }

    /// <summary>The layers in order; their durations add up to <see cref="Duration"/>.</summary>
    public required IReadOnlyList<LayerPlan> Layers { get; init; }
}
