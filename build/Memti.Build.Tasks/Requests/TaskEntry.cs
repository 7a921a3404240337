namespace Memti.Build.Tasks.Requests;

/// <summary>A visual task from an item <c>MemtiTask</c>; null for metadata that it does not set.</summary>
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
