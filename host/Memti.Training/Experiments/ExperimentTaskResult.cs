using Memti.Training.Artifacts;

namespace Memti.Training.Experiments;

/// <summary>A task in floating point, without faults.</summary>
/// <param name="Task">The task.</param>
/// <param name="Classes">Its classes.</param>
/// <param name="TrainImages">Images that it learns from.</param>
/// <param name="TestImages">Images that it is judged by.</param>
/// <param name="Overhead">Share of the parameters of the task in all parameters of its network.</param>
/// <param name="Adapters">Only the parameters of the task trained, over the backbone.</param>
/// <param name="FromScratch">A whole network trained; null when that was not asked for.</param>
public sealed record ExperimentTaskResult(string Task, int Classes, int TrainImages, int TestImages, double Overhead, TrainedArtifact Adapters, TrainedArtifact? FromScratch);
