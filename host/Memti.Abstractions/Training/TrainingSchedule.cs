namespace Memti.Abstractions.Training;

/// <summary>How the learning rate changes over training.</summary>
public enum TrainingSchedule
{
    /// <summary>A tenth after two thirds of the epochs and again after five sixths (80 and 100 of 120).</summary>
    Steps,

    /// <summary>Half a cosine from the first rate to zero.</summary>
    Cosine,

    /// <summary>It does not change.</summary>
    Constant,
}
