namespace Memti.Abstractions.Firmware;

/// <summary>A frame to work on.</summary>
/// <param name="Index">Index of the frame in the workload, from 0.</param>
/// <param name="Tasks">The tasks to infer, in order; the same list object for equal frames.</param>
/// <param name="Deployed">A task whose new parameters have arrived and are to be deployed before inference; -1 for none.</param>
public readonly record struct Frame(long Index, IReadOnlyList<int> Tasks, int Deployed = -1)
{
    /// <summary>True when new parameters that all tasks share have arrived and are to be deployed before inference.</summary>
    public bool SharedDeployed { get; init; }
}
