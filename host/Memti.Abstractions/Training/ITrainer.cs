using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Training;

/// <summary>
/// A network of one task with its parameters, optimiser and position in the training set. The host makes one call at a time, each possibly
/// on another thread. The same request, weights and calls give the same bits.
/// </summary>
public interface ITrainer : IDisposable
{
    /// <summary>The stored parameters in a fixed order, shared ones first.</summary>
    IReadOnlyList<StoredTensor> Tensors { get; }

    /// <summary>Steps of one pass over the training images; 0 without training images.</summary>
    int StepsPerEpoch { get; }

    /// <summary>Number of steps taken.</summary>
    long Position { get; }

    /// <summary>Trains on the next batch.</summary>
    /// <exception cref="InvalidOperationException">There are no training images.</exception>
    TrainingStep Step();

    /// <summary>Classifies images with running statistics and without augmentation. Changes nothing.</summary>
    /// <param name="images">Images of the task's size and classes.</param>
    /// <param name="first">Index of the first image.</param>
    /// <param name="predictions">Receives the class of each image from <paramref name="first"/> on; its length decides how many.</param>
    /// <returns>Sum of the losses of these images.</returns>
    double Score(ImageSet images, int first, Span<int> predictions);

    /// <summary>Loads the shared parameters of a weight file, and its batch norms as initial values, whatever its task.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.WeightsUnreadable"/> or <see cref="DiagnosticCode.WeightsDoNotFit"/>; the
    /// network is then unchanged.</exception>
    void LoadShared(Stream weights);

    /// <summary>Loads the parameters of the task from a weight file.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.WeightsUnreadable"/> or <see cref="DiagnosticCode.WeightsDoNotFit"/>; the
    /// network is then unchanged.</exception>
    void LoadTask(Stream weights);

    /// <summary>What the last load took otherwise than the file says it, such as tensors under other names; messages and warnings. Default:
    /// none.</summary>
    IReadOnlyList<Diagnostic> LoadNotices => [];

    /// <summary>Writes parameters as a weight file (safetensors). Equal parameters give equal bytes.</summary>
    /// <param name="weights">The stream to write to.</param>
    /// <param name="part">The parameters to write.</param>
    /// <param name="halfPrecision">True for 16-bit floating point, false for 32-bit.</param>
    void Save(Stream weights, ParameterPart part, bool halfPrecision = false);

    /// <summary>Writes everything that later steps depend on: optimiser, image order, position, fixed-point formats, pruning and
    /// substituted codes.</summary>
    void SaveState(Stream state);

    /// <summary>Restores a saved state. Later steps give the same bits as without the interruption.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.CheckpointDoesNotFit"/>: damaged, or of another network, recipe or image
    /// set.</exception>
    void LoadState(Stream state);

    /// <summary>Chooses the fixed-point format of every tensor from its present values, and prunes shared weights.</summary>
    /// <param name="pruned">Fraction of the shared 3x3 weights to set to zero, smallest first; from 0 to below 1.</param>
    void Quantize(double pruned = 0);

    /// <summary>Reads the present values of a tensor as codes: bit patterns in the low <see cref="StoredTensor.Bits"/> bits, saturated,
    /// rounded to nearest with ties to even.</summary>
    /// <param name="tensor">Index into <see cref="Tensors"/>.</param>
    /// <param name="codes">Receives all values of the tensor in row-major order.</param>
    /// <exception cref="InvalidOperationException">No format was chosen yet.</exception>
    void ReadCodes(int tensor, Span<ushort> codes);

    /// <summary>
    /// Replaces a tensor by the codes that the memory returns; the network computes with them from now on. Training changes the underlying
    /// values (straight-through), not the codes; call again to apply the change.
    /// </summary>
    /// <param name="tensor">Index into <see cref="Tensors"/>.</param>
    /// <param name="codes">All values of the tensor in row-major order.</param>
    void OverrideCodes(int tensor, ReadOnlySpan<ushort> codes);

    /// <summary>Returns to floating-point values in all tensors.</summary>
    void Dequantize();
}
