using Memti.Abstractions.Cells;

namespace Memti.Training.Faults;

/// <summary>The random numbers behind the faults of shared and task-specific parameters.</summary>
/// <param name="Shared">For shared parameters.</param>
/// <param name="Task">For parameters of the task.</param>
public readonly record struct FaultMap(FaultSeed Shared, FaultSeed Task)
{
    private const string SharedName = "shared/faults";
    private const string TaskName = "task/faults";

    // Trial, Reading and Programming derive keys in separate domains, so a network never trains on the chips that judge it.
    /// <summary>Faults of one chip. The same index gives the same weak cells.</summary>
    public static FaultMap OfChip(ulong seed, ulong chip) => Of(seed, faults => faults.Trial(chip));

    /// <summary>Faults of one training step with fresh maps. Differs from the map of every chip.</summary>
    public static FaultMap OfStep(ulong seed, long position) => Of(seed, faults => faults.Reading((ulong)position));

    /// <summary>Faults for validation in training with fresh maps. Differs from every chip and every step.</summary>
    public static FaultMap OfValidation(ulong seed, ulong number) => Of(seed, faults => faults.Programming(number));

    private static FaultMap Of(ulong seed, Func<FaultSeed, FaultSeed> derive) =>
        new(derive(FaultSeed.Named(seed, SharedName)), derive(FaultSeed.Named(seed, TaskName)));
}
