namespace Memti.Training.Checkpoints;

/// <summary>A point from which a training run can continue.</summary>
/// <param name="Identity">Everything that the result depends on.</param>
/// <param name="History">Finished epochs.</param>
/// <param name="Sums">Totals over the steps of the running epoch.</param>
/// <param name="Best">Weight file of the best epoch; empty before the end of the first epoch.</param>
/// <param name="State">State of the trainer.</param>
public sealed record Checkpoint(
    RunIdentity Identity, IReadOnlyList<EpochRecord> History, EpochSums Sums, ReadOnlyMemory<byte> Best, ReadOnlyMemory<byte> State);
