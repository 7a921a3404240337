namespace Memti.Abstractions.Training;

/// <summary>The parameters that training changes.</summary>
public enum TrainedPart
{
    /// <summary>All parameters, shared ones included: training from scratch, pretraining, fine-tuning.</summary>
    Everything,

    /// <summary>The parameters of the task; shared ones are frozen.</summary>
    TaskSpecific,

    /// <summary>Only the running statistics of batch norms, without gradients.</summary>
    NormStatistics,
}
