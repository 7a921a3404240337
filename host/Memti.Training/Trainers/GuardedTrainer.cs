using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Plugins.Loading;

namespace Memti.Training.Trainers;

/// <summary>A trainer of a plugin. Every call goes through the guard; a call that has begun is never abandoned for a cancellation, so that the trainer stays whole.</summary>
public sealed class GuardedTrainer : IDisposable
{
    private readonly ITrainer _trainer;
    private readonly Registration _kind;
    private readonly PluginGuard _guard;

    internal GuardedTrainer(ITrainer trainer, Registration kind, PluginGuard guard) => (_trainer, _kind, _guard) = (trainer, kind, guard);

    /// <summary>The stored parameters, shared ones first.</summary>
    public IReadOnlyList<StoredTensor> Tensors => Call("Tensors", () => _trainer.Tensors);

    /// <summary>Steps of one pass over the training images.</summary>
    public int StepsPerEpoch => Call("StepsPerEpoch", () => _trainer.StepsPerEpoch);

    /// <summary>Steps taken so far.</summary>
    public long Position => Call("Position", () => _trainer.Position);

    /// <summary>Trains on the next batch.</summary>
    public TrainingStep Step() => Call("Step", _trainer.Step);

    /// <summary>Classifies images.</summary>
    /// <param name="images">A set of the task's size and classes.</param>
    /// <param name="first">The first image.</param>
    /// <param name="predictions">Takes the class of each image from <paramref name="first"/> on.</param>
    /// <returns>Sum of the losses.</returns>
    public double Score(ImageSet images, int first, Memory<int> predictions) => Call("Score", () => _trainer.Score(images, first, predictions.Span));

    /// <summary>Takes parameters of a weight file.</summary>
    /// <param name="part">Shared or task-specific ones, or both, then shared ones first.</param>
    /// <param name="weights">The file's bytes.</param>
    /// <param name="file">How findings name it; null for weights in no file.</param>
    public void Load(ParameterPart part, ReadOnlyMemory<byte> weights, string? file)
    {
        try
        {
            if (part.HasFlag(ParameterPart.Shared))
                Do("LoadShared", () => _trainer.LoadShared(Stream(weights)));
            if (part.HasFlag(ParameterPart.Task))
                Do("LoadTask", () => _trainer.LoadTask(Stream(weights)));
        }
        catch (MemtiException error) when (error.Diagnostic.File is null)
        {
            throw new MemtiException(error.Diagnostic with { File = file }, error);
        }
    }

    /// <summary>Parameters as a weight file.</summary>
    /// <param name="part">Which.</param>
    /// <param name="halfPrecision">True for 16 bit floating point, else 32 bit.</param>
    public byte[] Save(ParameterPart part, bool halfPrecision = false) => Bytes("Save", stream => _trainer.Save(stream, part, halfPrecision));

    /// <summary>All that the next steps depend on.</summary>
    public byte[] SaveState() => Bytes("SaveState", _trainer.SaveState);

    /// <summary>Goes on from a saved state.</summary>
    public void LoadState(ReadOnlyMemory<byte> state) => Do("LoadState", () => _trainer.LoadState(Stream(state)));

    /// <summary>Chooses fixed-point formats for the present values, and prunes shared ones.</summary>
    public void Quantize(double pruned) => Do("FixPoint", () => _trainer.Quantize(pruned));

    /// <summary>Computes with floating-point values again.</summary>
    public void Dequantize() => Do("Release", _trainer.Dequantize);

    /// <summary>Puts other codes in the place of those of the present values, tensor by tensor in their order.</summary>
    /// <param name="part">Whose tensors.</param>
    /// <param name="change">Changes the codes of a tensor.</param>
    public void TransformCodes(ParameterPart part, Action<StoredTensor, ushort[]> change) => Do("Substitute", () =>
    {
        IReadOnlyList<StoredTensor> tensors = _trainer.Tensors;
        for (int index = 0; index < tensors.Count; index++)
            if ((tensors[index].Part & part) != ParameterPart.None)
                TransformCodes(index, tensors[index], change);
    });

    /// <inheritdoc />
    public void Dispose() => Do("Dispose", _trainer.Dispose);

    private void TransformCodes(int index, StoredTensor tensor, Action<StoredTensor, ushort[]> change)
    {
        ushort[] codes = new ushort[tensor.Count];
        _trainer.ReadCodes(index, codes);
        change(tensor, codes);
        _trainer.OverrideCodes(index, codes);
    }

    private byte[] Bytes(string what, Action<Stream> write) => Call(what, () =>
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    });

    private void Do(string what, Action call) => Call(what, () =>
    {
        call();
        return true;
    });

    private T Call<T>(string what, Func<T> call) => _guard.Call(_kind.PluginId, _kind.File, $"{what} of '{_kind.Kind}'", call);

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => new(bytes.ToArray(), writable: false);
}
