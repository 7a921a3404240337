using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Training;
using Memti.Plugins.Guarding;
using Memti.Plugins.Registry;

namespace Memti.Training.Trainers;

/// <summary>A plugin's trainer behind the guard. Cancellation never abandons a call that has started, so that the trainer stays
/// consistent.</summary>
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

    /// <summary>Number of steps taken.</summary>
    public long Position => Call("Position", () => _trainer.Position);

    /// <summary>Trains on the next batch.</summary>
    public TrainingStep Step() => Call("Step", _trainer.Step);

    /// <summary>Classifies images.</summary>
    /// <param name="images">Images of the task's size and classes.</param>
    /// <param name="first">Index of the first image.</param>
    /// <param name="predictions">Receives the class of each image from <paramref name="first"/> on.</param>
    /// <returns>Sum of the losses.</returns>
    public double Score(ImageSet images, int first, Memory<int> predictions) =>
        Call("Score", () => _trainer.Score(images, first, predictions.Span));

    /// <summary>Classifies images with one draw of fluctuating reads.</summary>
    /// <param name="images">Images of the task's size and classes.</param>
    /// <param name="first">Index of the first image.</param>
    /// <param name="predictions">Receives the class of each image from <paramref name="first"/> on.</param>
    /// <param name="reading">How cells are read.</param>
    /// <returns>Energy as <see cref="IFluctuationTrainer.Read"/> gives it.</returns>
    public double Read(ImageSet images, int first, Memory<int> predictions, FluctuationReading reading) =>
        Call("Read", () => Fluctuating.Read(images, first, predictions.Span, reading));

    /// <summary>Energy that others are relative to, as <see cref="IFluctuationTrainer.ReferencePulses"/>.</summary>
    public double ReferencePulses => Call("ReferencePulses", () => Fluctuating.ReferencePulses);

    private IFluctuationTrainer Fluctuating => (IFluctuationTrainer)_trainer;

    /// <summary>Loads parameters of a weight file.</summary>
    /// <param name="part">Shared or task-specific parameters, or both; shared ones load first.</param>
    /// <param name="weights">Contents of the file.</param>
    /// <param name="file">File name for errors and notices; null for weights without a file.</param>
    /// <returns>What was taken otherwise than the file says it.</returns>
    public IReadOnlyList<Diagnostic> Load(ParameterPart part, ReadOnlyMemory<byte> weights, string? file)
    {
        List<Diagnostic> notices = [];
        try
        {
            if (part.HasFlag(ParameterPart.Shared))
                notices.AddRange(Load("LoadShared", () => _trainer.LoadShared(Stream(weights))));
            if (part.HasFlag(ParameterPart.Task))
                notices.AddRange(Load("LoadTask", () => _trainer.LoadTask(Stream(weights))));
            return [.. notices.Distinct().Select(notice => notice with { File = notice.File ?? file })];
        }
        catch (MemtiException error) when (error.Diagnostic.File is null)
        {
            throw new MemtiException(error.Diagnostic with { File = file }, error);
        }
    }

    /// <summary>Saves parameters as a weight file.</summary>
    /// <param name="part">The parameters to save.</param>
    /// <param name="halfPrecision">True for 16-bit floating point, false for 32-bit.</param>
    public byte[] Save(ParameterPart part, bool halfPrecision = false) =>
        Bytes("Save", stream => _trainer.Save(stream, part, halfPrecision));

    /// <summary>Saves everything that later steps depend on.</summary>
    public byte[] SaveState() => Bytes("SaveState", _trainer.SaveState);

    /// <summary>Restores a saved state.</summary>
    public void LoadState(ReadOnlyMemory<byte> state) => Do("LoadState", () => _trainer.LoadState(Stream(state)));

    /// <summary>Chooses fixed-point formats for the present values, and prunes shared ones.</summary>
    public void Quantize(double pruned) => Do("Quantize", () => _trainer.Quantize(pruned));

    /// <summary>Reads the values of a parameter with which the network computes.</summary>
    /// <param name="parameter">Name of a parameter of the network's graph, or <c>input.mean</c> or <c>input.std</c>.</param>
    /// <param name="count">Number of its values.</param>
    public float[] ReadValues(string parameter, long count) => Call("ReadValues", () =>
    {
        float[] values = new float[count];
        if (_trainer is not IGraphTrainer trainer)
            throw new InvalidOperationException("The trainer of a model with a graph does not give the values of its parameters.");
        trainer.ReadValues(parameter, values);
        return values;
    });

    /// <summary>Returns to floating-point values.</summary>
    public void Dequantize() => Do("Dequantize", _trainer.Dequantize);

    /// <summary>Transforms the codes of the present values, tensor by tensor in their order.</summary>
    /// <param name="part">Owner of the tensors.</param>
    /// <param name="change">Changes the codes of a tensor in place.</param>
    public void TransformCodes(ParameterPart part, Action<StoredTensor, ushort[]> change) => Do("OverrideCodes", () =>
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

    private IReadOnlyList<Diagnostic> Load(string what, Action load) => Call(what, () =>
    {
        load();
        return _trainer.LoadNotices;
    });

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

    private T Call<T>(string what, Func<T> call) => _kind.Call(_guard, what, call);

    // A copy per call: a plugin that keeps or disposes the stream cannot harm the original bytes.
    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => new(bytes.ToArray(), writable: false);
}
