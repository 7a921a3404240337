using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.Backbones;
using Memti.Plugins.Adapters.Codes;
using Memti.Tensors.Formats;
using Memti.Tensors.Kernels;
using Memti.Tensors.Networks;
using Memti.Tensors.Optimisation;
using Memti.Tensors.Values;
using Memti.Trainers.Batches;
using Memti.Trainers.FixedPoint;
using Memti.Trainers.Schedules;
using Memti.Trainers.Weights;

namespace Memti.Plugins.Adapters.Training;

/// <summary>
/// A ResNet-26 of one task: trains, stores parameters in fixed point, and evaluates with the values that memories return.
/// </summary>
internal sealed class ResNet26Trainer : IGraphTrainer, IFluctuationTrainer
{
    /// <summary>Images per evaluation batch without training images. Moves speed and memory alone.</summary>
    private const int EvaluationBatch = 128;

    private readonly int _inputPx;
    private readonly int _classes;
    private readonly TrainingBatches? _batches;
    private readonly ResidualNetwork _network;
    private readonly NetworkParameters _parameters;
    private readonly ILearningRate _rate;
    private readonly TrainerState _state;
    private readonly float[] _inputs;
    private readonly float[] _logits;
    private readonly FluctuatingReads? _reads;
    private PixelScale? _scale;

    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.ImagesDoNotFit"/>, <see cref="AdapterCodes.NoFusedMultiplyAdd"/>,
    /// <see cref="AdapterCodes.FluctuationWithAdapters"/>.
    /// </exception>
    internal ResNet26Trainer(ResNet26Options options, int classes, TrainerRequest request)
    {
        if (!FusedMultiplyAdd.IsUsed)
            throw WithoutFusedMultiplyAdd();
        if (request.Recipe.Fluctuation is not null && options.Adapters != AdapterForm.None)
            throw WithAdapters(options.Adapters);
        (_inputPx, _classes, _rate) = (options.InputPx, classes, LearningRates.Of(request.Recipe));
        if (request.Training is { } images)
        {
            ImageFit.Check(images, _inputPx, classes);
            (_batches, _scale) = (new TrainingBatches(images, request), PixelScale.Of(images));
        }

        _network = new ResidualNetwork(NetworkSettings.Of(options, classes, request, _batches?.Size ?? EvaluationBatch));
        _parameters = new NetworkParameters(_network, options);
        _state = new TrainerState(_network, _parameters, TrainerState.IdentityOf(options, classes, request));
        _inputs = new float[_network.Options.Batch * _network.ImageSize];
        _logits = new float[_network.Options.Batch * classes];
        if (request.Recipe.Fluctuation is { } fluctuation)
            _reads = new FluctuatingReads(_network, fluctuation, request.Seed);
    }

    /// <inheritdoc />
    public IReadOnlyList<StoredTensor> Tensors => [.. _parameters.Stored.Select(static stored => stored.Description)];

    /// <inheritdoc />
    public int StepsPerEpoch => _batches?.StepsPerEpoch ?? 0;

    /// <inheritdoc />
    public long Position { get; private set; }

    /// <inheritdoc />
    public IReadOnlyList<Diagnostic> LoadNotices { get; private set; } = [];

    /// <inheritdoc />
    public TrainingStep Step()
    {
        TrainingBatches batches = _batches ?? throw new InvalidOperationException("There are no training images.");
        double rate = _rate.At((double)Position / batches.StepsPerEpoch);
        batches.Fill(Position, Scale);
        _parameters.UncoverNorms();
        _network.LoadImages(batches.Inputs);
        _reads?.Train(Position);
        _network.Forward(train: true);
        BatchLoss loss = _network.Loss(batches.Labels);
        // A diverged loss has no useful gradient; the step is reported, and the weights stay readable.
        if (double.IsFinite(loss.Mean) && _network.Options.Learning != Learning.NormStatistics)
        {
            _network.Backward();
            _network.Step(rate);
        }

        Position++;
        return new TrainingStep(batches.Size, loss.Correct, loss.Mean, rate);
    }

    /// <inheritdoc />
    public double Score(ImageSet images, int first, Span<int> predictions)
    {
        _reads?.Evaluate();
        return Classify(images, first, predictions, out _);
    }

    /// <inheritdoc />
    public double Read(ImageSet images, int first, Span<int> predictions, FluctuationReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        FluctuatingReads reads =
            _reads ?? throw new InvalidOperationException("The request asks for no fluctuation, and the convolutions are digital.");
        reads.Evaluate(reading);
        Classify(images, first, predictions, out double pulses);
        return pulses;
    }

    /// <inheritdoc />
    public double ReferencePulses => _reads is null ? 0 : _network.ReferenceEnergy;

    private double Classify(ImageSet images, int first, Span<int> predictions, out double pulses)
    {
        ImageFit.Check(images, _inputPx, _classes);
        _parameters.CoverNorms();
        pulses = 0;
        double loss = 0;
        for (int done = 0; done < predictions.Length; done += EvaluatedAtOnce)
        {
            Span<int> part = predictions[done..Math.Min(done + EvaluatedAtOnce, predictions.Length)];
            loss += ScoreBatch(images, first + done, part, ref pulses);
        }

        return loss;
    }

    /// <inheritdoc />
    public void LoadShared(Stream weights)
    {
        WeightFile file = WeightFile.Read(weights);
        Require(file, _parameters.Kernels);
        Copy(file, _parameters.Kernels);
        // Only kernels are required: a start from another network may have other norms.
        Copy(file, _parameters.Norms);
        LoadNotices = file.Notices;
    }

    /// <inheritdoc />
    public void LoadTask(Stream weights)
    {
        WeightFile file = WeightFile.Read(weights);
        Require(file, _parameters.Needed);
        // The last check before the first copy: a file that does not fit changes nothing.
        PixelScale scale = file.RequireScale();
        Copy(file, _parameters.Own);
        _scale = scale;
        LoadNotices = file.Notices;
    }

    /// <inheritdoc />
    public void Save(Stream weights, ParameterPart part, bool halfPrecision = false)
    {
        StateDict state =
            _network.ReadStateDict(tensor => part.HasFlag(_parameters.Shared.Contains(tensor) ? ParameterPart.Shared : ParameterPart.Task));
        WeightFile.Write(weights, state, part.HasFlag(ParameterPart.Task) ? Scale : null, halfPrecision);
    }

    /// <inheritdoc />
    public void SaveState(Stream state) => _state.Save(state, Position, Scale);

    /// <inheritdoc />
    public void LoadState(Stream state) => (Position, _scale) = _state.Load(state);

    /// <inheritdoc />
    public void Quantize(double pruned = 0)
    {
        // Before the formats are chosen, which must fit the values that are stored.
        _parameters.Prune(pruned);
        foreach (StoredParameters stored in _parameters.Stored)
            stored.FixPoint(pruned > 0 && stored.Description.Part == ParameterPart.Shared);
    }

    /// <inheritdoc />
    public void ReadCodes(int tensor, Span<ushort> codes) => _parameters.Stored[tensor].ReadCodes(codes);

    /// <inheritdoc />
    public void OverrideCodes(int tensor, ReadOnlySpan<ushort> codes) => _parameters.Stored[tensor].Substitute(codes);

    /// <inheritdoc />
    public void ReadValues(string parameter, Span<float> values)
    {
        if (_network.TryGetTensor(parameter, out NetworkTensor? tensor))
        {
            _parameters.CoverNorms();
            tensor.ReadEffective(values);
            return;
        }

        ReadOnlySpan<float> scale = parameter switch
        {
            WeightFile.Mean => _scale is { } pixels ? pixels.Mean : [0, 0, 0],
            WeightFile.Deviation => _scale is { } pixels ? pixels.Deviation : [1, 1, 1],
            _ => throw new ArgumentException($"The network has no parameter '{parameter}'.", nameof(parameter)),
        };
        scale.CopyTo(values);
    }

    /// <inheritdoc />
    public void Dequantize()
    {
        foreach (StoredParameters stored in _parameters.Stored)
            stored.Release();
        _parameters.UncoverNorms();
    }

    /// <inheritdoc />
    public void Dispose() => _network.Dispose();

    private PixelScale Scale =>
        _scale ?? throw new InvalidOperationException("There are neither training images nor weights that say how pixels are scaled.");

    private int EvaluatedAtOnce => _network.Options.Batch;

    private static void Require(WeightFile file, IEnumerable<NetworkTensor> tensors)
    {
        foreach (NetworkTensor tensor in tensors)
            file.Require(tensor.Name, tensor.Shape);
    }

    /// <summary>Copies the tensors that the file has; others keep their values.</summary>
    private static void Copy(WeightFile file, IEnumerable<NetworkTensor> tensors)
    {
        foreach (NetworkTensor tensor in tensors)
            if (file.Find(tensor.Name, tensor.Shape) is { } stored)
                tensor.Write(stored.Values.Span);
    }

    private double ScoreBatch(ImageSet images, int first, Span<int> predictions, ref double pulses)
    {
        for (int index = 0; index < predictions.Length; index++)
            Scale.Apply(images.Image(first + index), _inputs.AsSpan(index * images.ImageBytes, images.ImageBytes));
        _network.LoadImages(_inputs.AsSpan(0, predictions.Length * images.ImageBytes));
        _reads?.Place(first);
        _network.Forward(train: false);
        pulses += _reads is null ? 0 : _network.ReadEnergy * predictions.Length;
        _network.ReadLogits(_logits.AsSpan(0, predictions.Length * _classes));
        for (int index = 0; index < predictions.Length; index++)
            predictions[index] = Largest(_logits.AsSpan(index * _classes, _classes));
        // From the mean back to the sum, because the last batch may be smaller.
        return _network.Loss(images.Labels.Span.Slice(first, predictions.Length)).Mean * predictions.Length;
    }

    /// <summary>Index of the largest value; the first one on a tie.</summary>
    private static int Largest(ReadOnlySpan<float> values)
    {
        int largest = 0;
        for (int index = 1; index < values.Length; index++)
            if (values[index] > values[largest])
                largest = index;
        return largest;
    }

    private static MemtiException WithAdapters(AdapterForm form)
    {
        const string Permitted = "none";
        string value = form.ToString().ToLowerInvariant();
        return new MemtiException(new Diagnostic(
            AdapterCodes.FluctuationWithAdapters,
            $"fluctuating reads are modelled without adapters, and 'adapters' is {value}; permitted: {Permitted}.")
        {
            Key = "adapters",
            Value = value,
            Permitted = Permitted,
        });
    }

    private static MemtiException WithoutFusedMultiplyAdd() => new(new Diagnostic(
        AdapterCodes.NoFusedMultiplyAdd,
        "this processor has no fused multiply-add, or the runtime is told not to use it; sums would round twice a step, and the weights "
            + "and accuracies would differ from those of other machines."));
}
