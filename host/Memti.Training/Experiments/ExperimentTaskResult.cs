using Memti.Training.Artifacts;

namespace Memti.Training.Experiments;

/// <summary>Floating-point results of a task, without faults.</summary>
/// <param name="Task">The task.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="TrainImages">Number of training images.</param>
/// <param name="TestImages">Number of test images.</param>
/// <param name="Overhead">Fraction of the network's parameters that belong to the task.</param>
/// <param name="Adapters">Training of the task's parameters over the backbone.</param>
/// <param name="FromScratch">Training of a whole network; null when not requested.</param>
public sealed record ExperimentTaskResult(
    string Task, int Classes, int TrainImages, int TestImages, double Overhead, TrainedArtifact Adapters, TrainedArtifact? FromScratch);
