using Memti.Documents.Parameters;
using Memti.Training.Plans;

namespace Memti.Host.Commands.Training;

/// <summary>Numbers that several training commands take.</summary>
internal static class TrainingKeys
{
    public static readonly DocumentKey<long> Seed =
        new("seed", "Seed of initial weights, order, augmentation and faults", 0, long.MaxValue) { Fallback = 1 };

    public static readonly DocumentKey<double> Validation =
        new(
            "validation",
            "Share of the training images by which the best epoch is chosen",
            TrainingLimits.LeastValidation,
            TrainingLimits.MostValidation)
        {
            Unit = "share",
            Fallback = 0.1,
        };

    public static readonly DocumentKey<double> Prune =
        new("prune", "Share of the shared 3x3 weights, the smallest ones, that become zero and take no cells", 0, TrainingLimits.MostPruned)
        {
            Unit = "share",
            Fallback = 0,
        };

    public static readonly DocumentKey<double> CheckpointEvery =
        new("checkpoint_every", "Longest time between two checkpoints; every epoch ends with one", 0, 86_400)
        {
            Unit = "seconds",
            Fallback = 60,
        };

    public static readonly DocumentKey<long?> Chip =
        new("chip", "Number of the chip whose faults are learnt", 0, long.MaxValue) { DefaultWords = "0" };

    public static readonly DocumentKey<long> FirstChip = new("first_chip", "Number of the first chip", 0, 1L << 62) { Fallback = 0 };

    public static readonly DocumentKey<int> JudgedChips =
        new("trials", "Chips on which --fresh is judged, before and after", 2, TrainingLimits.MostChips) { Unit = "chips", Fallback = 10 };

    /// <summary>Threads of a step. The default is the machine's, which a declaration of a file could not have.</summary>
    public static DocumentKey<int> Threads { get; } =
        new(
            "threads",
            "Threads of one step. Part of what a result depends on: sums in another order round otherwise",
            1,
            TrainingLimits.MostThreads)
        {
            Fallback = Environment.ProcessorCount,
        };
}
