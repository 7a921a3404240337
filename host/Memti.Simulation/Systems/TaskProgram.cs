using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Systems;

/// <summary>One task of the simulated system.</summary>
public sealed record TaskProgram
{
    /// <summary>Name in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>The plan of one inference, with task-specific and shared weights of each layer.</summary>
    public required InferencePlan Plan { get; init; }

    /// <summary>Size of the input frame of an inference. Default: zero, for an arrival that is not modelled.</summary>
    public DataSize Input { get; init; }

    /// <summary>Size of the task-specific parameter set as stored.</summary>
    public required DataSize TaskSet { get; init; }

    /// <summary>
    /// The accelerator that <see cref="Plan"/> is of: 0 for the first one, k for the k-th of the others, when those before it cannot run
    /// the task. Default: 0.
    /// </summary>
    public int Accelerator { get; init; }
}
