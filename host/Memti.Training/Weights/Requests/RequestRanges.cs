using Memti.Training.Plans;

namespace Memti.Training.Weights.Requests;

/// <summary>
/// The numbers that a request takes, by key. This file is also compiled into the build's tasks, which load no assembly of the host, so
/// that a project's items are checked by the same ranges.
/// </summary>
internal static class RequestRanges
{
    private const double Much = 1e12;

    /// <summary>Least and greatest value of a key.</summary>
    public static (double Minimum, double Maximum) Of(string key) => key switch
    {
        "seed" or "chip" => (0, long.MaxValue),
        "threads" => (1, TrainingLimits.MostThreads),
        "trials" => (2, TrainingLimits.MostChips),
        "validation" => (TrainingLimits.LeastValidation, TrainingLimits.MostValidation),
        "classes" => (2, 1_000_000),
        "epochs" => (1, 10_000),
        "batch" => (2, 4096),
        "retrain_epochs" => (0, 10_000),
        "learning_rate" or "retrain_learning_rate" => (0, 100),
        "capacity_bytes" => (1, long.MaxValue),
        "minimum_accuracy" => (0, 1),
        "confidence" => (0.5, 0.9999),
        "maximum_energy_per_frame_mj" or "maximum_area_mm2" or "minimum_lifetime_years" => (0, Much),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "No number of a request."),
    };
}
