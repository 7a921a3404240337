namespace Memti.Training.Checkpoints;

/// <summary>Where a training run can go on.</summary>
/// <param name="Identity">All that the result depends on.</param>
/// <param name="History">Finished epochs.</param>
/// <param name="Sums">What the steps of the running epoch saw.</param>
/// <param name="Best">Weight file of the best epoch; empty before the first has ended.</param>
/// <param name="State">State of the trainer.</param>
public sealed record Checkpoint(RunIdentity Identity, IReadOnlyList<EpochRecord> History, EpochSums Sums, ReadOnlyMemory<byte> Best, ReadOnlyMemory<byte> State);
