using Memti.Abstractions.Cells;

namespace Memti.Training.Faults;

/// <summary>The random numbers behind the faults of both regions.</summary>
/// <param name="Shared">Of the parameters that tasks share.</param>
/// <param name="Task">Of the parameters of the task.</param>
public readonly record struct FaultMap(FaultSeed Shared, FaultSeed Task)
{
    private const string SharedName = "shared/faults";
    private const string TaskName = "task/faults";

    /// <summary>The faults of one chip: the same number, the same weak cells.</summary>
    public static FaultMap OfChip(ulong seed, ulong chip) => Of(seed, faults => faults.Trial(chip));

    /// <summary>The faults of one step of training with fresh maps; none of them is the map of a chip.</summary>
    public static FaultMap OfStep(ulong seed, long position) => Of(seed, faults => faults.Reading((ulong)position));

    /// <summary>Faults to validate with in training with fresh maps: neither a chip's nor a step's.</summary>
    public static FaultMap OfValidation(ulong seed, ulong number) => Of(seed, faults => faults.Programming(number));

    private static FaultMap Of(ulong seed, Func<FaultSeed, FaultSeed> derive) =>
        new(derive(FaultSeed.Named(seed, SharedName)), derive(FaultSeed.Named(seed, TaskName)));
}
