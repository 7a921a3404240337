using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Firmware;

/// <summary>
/// Inferences in parts, for firmware that saves the features between two layers and goes on with them after a brown-out. Layers count from
/// 0. A part takes time, energy and traffic of the whole inference in proportion to the time of its layers, so that all parts together
/// are the inference. Members throw <see cref="MemtiException"/> with <see cref="DiagnosticCode.IllegalOperation"/> for layers that the
/// task does not have, for features that are not there, and while the system is down.
/// </summary>
public interface ILayerInference
{
    /// <summary>
    /// Number of bytes of the features between two layers: as many as the task with the largest features needs. They include what later
    /// layers read of earlier ones.
    /// </summary>
    int FeatureBytes { get; }

    /// <summary>Number of layers of a task.</summary>
    int LayersOf(int task);

    /// <summary>
    /// Runs some layers of a task whose parameters are resident. The features of the layers before must be there: left by the last call,
    /// or put back by <see cref="WriteFeatures"/>. They are lost with the power of a volatile memory.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="first">The first layer: 0 begins an inference.</param>
    /// <param name="count">Number of layers, at least 1.</param>
    ValueTask Infer(int task, int first, int count);

    /// <summary>
    /// Reads the features that the last layer has left. Data of an accelerator is not computed: the bytes stand for the features of this
    /// task after this layer.
    /// </summary>
    /// <param name="bytes">Receives them; shape [<see cref="FeatureBytes"/>].</param>
    ValueTask ReadFeatures(Memory<byte> bytes);

    /// <summary>Puts features back that <see cref="ReadFeatures"/> has given. Others, such as torn ones, are refused.</summary>
    /// <param name="bytes">The features; shape [<see cref="FeatureBytes"/>].</param>
    ValueTask WriteFeatures(ReadOnlyMemory<byte> bytes);
}
