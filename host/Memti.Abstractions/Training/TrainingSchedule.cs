namespace Memti.Abstractions.Training;

/// <summary>Schedule of the learning rate.</summary>
public enum TrainingSchedule
{
    /// <summary>Divided by ten after two thirds of the epochs and again after five sixths (80 and 100 of 120).</summary>
    Steps,

    /// <summary>Half a cosine from the initial rate to zero.</summary>
    Cosine,

    /// <summary>The initial rate throughout.</summary>
    Constant,
}
