using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Memories;

namespace Memti.Plugins.Nvdla.Timing;

/// <summary>
/// Pipeline fill and drain time of an inference. No time model counts it, because back-to-back inferences overlap it.
/// </summary>
internal static class PipelineFill
{
    /// <summary>
    /// Time to fill the buffer for the first layer: the operand that stays, or as much of it as fits, and the lines or kernel group of the
    /// other.
    /// </summary>
    internal static SimTime FirstFill(LayerWork first, PlacedMemories memories, Resources resources)
    {
        var load = new Load(memories.Ports.Count);
        if (first.Buffer is { } buffer)
        {
            load.AddFeaturesRead(memories.Input, Least(buffer.Features, first.Input));
            // All parameters count at the memory of the kernels: what the task adds to shared kernels, such as a batch norm, is small.
            int weights = first.SharedWeights > DataSize.Zero ? memories.SharedWeights(first.Layer) : memories.TaskWeights;
            load.AddWeights(weights, Least(buffer.Weights, first.SharedWeights + first.TaskWeights));
        }

        return resources.Slowest(load).Time;
    }

    /// <summary>Time to write the output of the last layer.</summary>
    internal static SimTime Drain(LayerWork last, PlacedMemories memories, Resources resources)
    {
        var load = new Load(memories.Ports.Count);
        load.AddFeaturesWritten(memories.Activations, last.Output);
        return resources.Slowest(load).Time;
    }

    private static DataSize Least(DataSize one, DataSize other) => one < other ? one : other;
}
