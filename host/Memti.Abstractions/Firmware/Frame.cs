namespace Memti.Abstractions.Firmware;

/// <summary>A frame for firmware to process.</summary>
/// <param name="Index">Index of the frame in the workload, from 0.</param>
/// <param name="Tasks">The tasks to infer, in order. Equal frames share one list object.</param>
/// <param name="Deployed">A task whose new parameters have arrived; deploy them before inference. -1 for none.</param>
public readonly record struct Frame(long Index, IReadOnlyList<int> Tasks, int Deployed = -1)
{
    /// <summary>True when new shared parameters have arrived; deploy them before inference. Default: false.</summary>
    public bool SharedDeployed { get; init; }

    /// <summary>Index of the stream that it belongs to; -1 in a workload without streams. Default: -1.</summary>
    public int Stream { get; init; } = -1;
}
