namespace Memti.Training.Plans;

/// <summary>Ranges that experiments, weight requests and commands share.</summary>
public static class TrainingLimits
{
    /// <summary>Least share of the training images by which the best epoch is chosen.</summary>
    public const double LeastValidation = 0.01;

    /// <summary>Largest share of the training images by which the best epoch is chosen.</summary>
    public const double MostValidation = 0.9;

    /// <summary>Largest share of weights that become zero.</summary>
    public const double MostPruned = 0.99;

    /// <summary>Most threads of a training step.</summary>
    public const int MostThreads = 1024;

    /// <summary>Most chips that are tried.</summary>
    public const int MostChips = 100_000;
}
