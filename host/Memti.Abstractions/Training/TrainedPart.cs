namespace Memti.Abstractions.Training;

/// <summary>What training changes.</summary>
public enum TrainedPart
{
    /// <summary>All parameters, those that tasks share included: training from scratch, pretraining, fine-tuning.</summary>
    Everything,

    /// <summary>Parameters of the task; shared ones are frozen.</summary>
    TaskSpecific,

    /// <summary>The running statistics of batch norms alone: no gradients.</summary>
    NormStatistics,
}
