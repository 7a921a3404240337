namespace Memti.Build.Tasks.Requests;

/// <summary>A task of the network, as the item <c>MemtiTask</c> says; null where it says nothing.</summary>
internal sealed record TaskEntry
{
    public required string Name { get; init; }

    public required string? Data { get; init; }

    public long? Classes { get; init; }

    public long? Epochs { get; init; }

    public long? Batch { get; init; }

    public double? LearningRate { get; init; }

    public string? Schedule { get; init; }

    public long? RetrainEpochs { get; init; }

    public double? RetrainLearningRate { get; init; }

    public long? Seed { get; init; }

    public string? Weights { get; init; }

    public required DiagnosticLocation Place { get; init; }
}
