using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Systems;

/// <summary>One task as the simulated system runs it.</summary>
public sealed record TaskProgram
{
    /// <summary>Name in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>One inference, with the task-specific and shared weights of each layer.</summary>
    public required InferencePlan Plan { get; init; }

    /// <summary>Size of the frame that an inference takes; zero, the default, for one whose arrival is not modelled.</summary>
    public DataSize Input { get; init; }

    /// <summary>Size of the task-specific parameter set.</summary>
    public required DataSize TaskSet { get; init; }
}
