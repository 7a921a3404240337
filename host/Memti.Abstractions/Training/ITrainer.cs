using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Training;

/// <summary>
/// A network of one task with its parameters, optimiser and position in the training set. One call at a time, each on a thread of its own; with the same
/// request, weights and calls, the same bits.
/// </summary>
public interface ITrainer : IDisposable
{
    /// <summary>The stored parameters, shared ones first, in an order that does not change.</summary>
    IReadOnlyList<StoredTensor> Tensors { get; }

    /// <summary>Steps of one pass over the training images; 0 without any.</summary>
    int StepsPerEpoch { get; }

    /// <summary>Steps taken so far.</summary>
    long Position { get; }

    /// <summary>Trains on the next batch.</summary>
    /// <exception cref="InvalidOperationException">There are no training images.</exception>
    TrainingStep Step();

    /// <summary>Classifies images, with running statistics and without augmentation. Changes nothing.</summary>
    /// <param name="images">A set with the size and classes of the task.</param>
    /// <param name="first">Index of the first image.</param>
    /// <param name="predictions">Takes the class of each image from <paramref name="first"/> on.</param>
    /// <returns>Sum of the losses of these images.</returns>
    double Score(ImageSet images, int first, Span<int> predictions);

    /// <summary>Takes the shared parameters of a weight file, and, to start from, the batch norms of whatever task it was trained on.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.WeightsUnreadable"/> or <see cref="DiagnosticCode.WeightsDoNotFit"/>; nothing is changed then.</exception>
    void LoadShared(Stream weights);

    /// <summary>Takes the parameters of the task from a weight file.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.WeightsUnreadable"/> or <see cref="DiagnosticCode.WeightsDoNotFit"/>; nothing is changed then.</exception>
    void LoadTask(Stream weights);

    /// <summary>Writes parameters as a weight file (safetensors). The same parameters give the same bytes.</summary>
    /// <param name="weights">Where to.</param>
    /// <param name="part">Which.</param>
    /// <param name="halfPrecision">True for 16 bit floating point, else 32 bit.</param>
    void Save(Stream weights, ParameterPart part, bool halfPrecision = false);

    /// <summary>Writes all that the next steps depend on: optimiser, order and position, and also the chosen formats, pruning and substituted codes.</summary>
    void SaveState(Stream state);

    /// <summary>Goes on from a saved state, to the bit.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.CheckpointDoesNotFit"/>: damaged, or of another network, recipe or set.</exception>
    void LoadState(Stream state);

    /// <summary>Chooses the fixed-point format of every tensor for its present values, and prunes shared ones.</summary>
    /// <param name="pruned">Share of the shared 3x3 weights, the smallest ones, that become zero: 0 to below 1.</param>
    void Quantize(double pruned = 0);

    /// <summary>The present values of a tensor as codes: bit patterns in the low <see cref="StoredTensor.Bits"/> bits, saturated and rounded to nearest, ties to even.</summary>
    /// <param name="tensor">Index into <see cref="Tensors"/>.</param>
    /// <param name="codes">As many as the tensor has values, in row-major order.</param>
    /// <exception cref="InvalidOperationException">No format was chosen yet.</exception>
    void ReadCodes(int tensor, Span<ushort> codes);

    /// <summary>
    /// What the memory gives in place of a tensor: the network computes with these codes from now on. Training goes on changing the values behind them
    /// (straight-through), not the codes; substitute again to see the change.
    /// </summary>
    void OverrideCodes(int tensor, ReadOnlySpan<ushort> codes);

    /// <summary>Computes with floating-point values again, in all tensors.</summary>
    void Dequantize();
}
