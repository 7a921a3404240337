using System.Runtime.InteropServices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Training;
using Memti.Plugins.Torch.Codes;
using Memti.Plugins.Torch.Execution;
using Memti.Tensors.Formats;
using Memti.Tensors.Optimisation;
using Memti.Trainers.Batches;
using Memti.Trainers.FixedPoint;
using Memti.Trainers.Schedules;
using Memti.Trainers.Weights;
using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Training;

/// <summary>
/// Trains the graph of one task with libtorch, stores its parameters in fixed point, and evaluates with the values that memories return.
/// </summary>
internal sealed class TorchTrainer : IGraphTrainer
{
    /// <summary>Images per evaluation batch without training images. Moves speed and memory alone.</summary>
    private const int EvaluationBatch = 128;

    private readonly int _inputPx;
    private readonly int _classes;
    private readonly TrainerRequest _request;
    private readonly EngineSettings _settings;
    private readonly TrainingBatches? _batches;
    private readonly NetworkTensors _tensors;
    private readonly GraphProgram _program;
    private readonly IOptimiser _optimiser;
    private readonly StoredParameters[] _stored;
    private readonly TrainerState _state;
    private readonly ILearningRate _rate;
    private readonly Tensor _images;
    private readonly Tensor _labels;
    private readonly Device _device;
    private PixelScale? _scale;

    private TorchTrainer(
        NetworkGraph graph, TrainerRequest request, EngineSettings settings, EngineDescription engine, Device device, int classes)
    {
        (_inputPx, _classes, _request, _settings, _device) = (graph.InputShape[1], classes, request, settings, device);
        _rate = LearningRates.Of(request.Recipe);
        if (request.Training is { } images)
            (_batches, _scale) = (new TrainingBatches(images, request), PixelScale.Of(images));
        _tensors = new NetworkTensors(graph, request.Trained, request.Seed, device);
        _program = ProgramPlanner.Plan(graph, _tensors.ByName, _tensors.Norms);
        _optimiser = settings.Optimiser == TrainingOptimiser.AdamW
            ? new AdamW(_tensors.Trained, request.Recipe.Momentum, Decay)
            : new Descent(_tensors.Trained, request.Recipe.Momentum, Decay);
        _stored = [.. Stored()];
        _state = new TrainerState(_tensors, _stored, _optimiser, TrainerState.IdentityOf(graph, request, settings, engine));
        int batch = _batches?.Size ?? EvaluationBatch;
        // Pixel by pixel, as images lie in files; seen as [images, channels, rows, columns], that is channels last.
        _images = zeros([batch, _inputPx, _inputPx, ImageSet.Channels]).DetachFromDisposeScope();
        _labels = zeros([batch], ScalarType.Int64).DetachFromDisposeScope();
    }

    /// <summary>Creates a trainer.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.ImagesDoNotFit"/>, <see cref="DiagnosticCode.BadNetwork"/>, <see cref="TorchCodes.UnsuitableGraph"/>.
    /// </exception>
    public static TorchTrainer Create(
        NetworkGraph graph, TrainerRequest request, EngineSettings settings, EngineDescription engine, Device device)
    {
        int classes = GraphFit.Classes(graph);
        if (request.Training is { } images)
            ImageFit.Check(images, graph.InputShape[1], classes);
        UseThreads(request);
        TorchTrainer trainer = new(graph, request, settings, engine, device, classes);
        if (request.Training is not null)
            GraphFit.RequireLearning(graph, trainer._tensors.Trained.Count, request.Trained);
        return trainer;
    }

    /// <inheritdoc />
    public IReadOnlyList<StoredTensor> Tensors => [.. _stored.Select(static stored => stored.Description)];

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
        Load(batches.Inputs, batches.Labels);
        (double loss, int correct) = Learn(batches, rate);
        Position++;
        return new TrainingStep(batches.Size, correct, loss, rate);
    }

    /// <inheritdoc />
    public double Score(ImageSet images, int first, Span<int> predictions)
    {
        ImageFit.Check(images, _inputPx, _classes);
        UseThreads(_request);
        int most = (int)_images.shape[0];
        float[] inputs = new float[Math.Min(most, predictions.Length) * images.ImageBytes];
        double loss = 0;
        for (int done = 0; done < predictions.Length; done += most)
        {
            Span<int> part = predictions[done..Math.Min(done + most, predictions.Length)];
            for (int index = 0; index < part.Length; index++)
                Scale.Apply(images.Image(first + done + index), inputs.AsSpan(index * images.ImageBytes, images.ImageBytes));
            Load(inputs.AsSpan(0, part.Length * images.ImageBytes), images.Labels.Span.Slice(first + done, part.Length));
            loss += ScoreLoaded(part);
        }

        return loss;
    }

    /// <inheritdoc />
    public void LoadShared(Stream weights)
    {
        WeightFile file = WeightFile.Read(weights);
        ParameterTensor[] required = [.. _tensors.All.Where(static tensor => IsShared(tensor.Description))];
        Require(file, required);
        Copy(file, required);
        // Only these are required: a start from another network may have other norms.
        Copy(file, _tensors.All.Where(static tensor => IsNorm(tensor.Description.Role)));
        LoadNotices = file.Notices;
    }

    /// <inheritdoc />
    public void LoadTask(Stream weights)
    {
        WeightFile file = WeightFile.Read(weights);
        ParameterTensor[] own = [.. _tensors.All.Where(static tensor => Belongs(tensor.Description, ParameterPart.Task))];
        Require(file, own);
        // The last check before the first copy: a file that does not fit changes nothing.
        PixelScale scale = file.RequireScale();
        Copy(file, own);
        _scale = scale;
        LoadNotices = file.Notices;
    }

    /// <inheritdoc />
    public void Save(Stream weights, ParameterPart part, bool halfPrecision = false)
    {
        StateDict state = new();
        foreach (ParameterTensor tensor in _tensors.All.Where(tensor => Belongs(tensor.Description, part)))
        {
            float[] values = new float[tensor.Description.Count];
            tensor.Read(values);
            state.Add(new StateTensor(tensor.Description.Name, tensor.Description.Shape, values));
        }

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
        ParameterTensor[] kernels = [.. _tensors.All.Where(static tensor => IsPrunable(tensor.Description))];
        foreach (ParameterTensor tensor in kernels)
        {
            float[] values = new float[tensor.Description.Count];
            tensor.Read(values);
            if (MagnitudePruning.Prune(values, pruned) > 0)
                tensor.Write(values);
        }

        HashSet<string> names = [.. kernels.Select(static tensor => tensor.Description.Name)];
        foreach (StoredParameters stored in _stored)
            stored.FixPoint(pruned > 0 && names.Contains(stored.Description.Name));
    }

    /// <inheritdoc />
    public void ReadCodes(int tensor, Span<ushort> codes) => _stored[tensor].ReadCodes(codes);

    /// <inheritdoc />
    public void OverrideCodes(int tensor, ReadOnlySpan<ushort> codes) => _stored[tensor].Substitute(codes);

    /// <inheritdoc />
    public void Dequantize()
    {
        foreach (StoredParameters stored in _stored)
            stored.Release();
    }

    /// <inheritdoc />
    public void ReadValues(string parameter, Span<float> values)
    {
        if (!_tensors.ByName.TryGetValue(parameter, out ParameterTensor? tensor))
        {
            ReadScale(parameter, values);
            return;
        }

        if (values.Length != tensor.Description.Count)
            throw new ArgumentException(
                $"'{parameter}' has {tensor.Description.Count} values, not {values.Length}.", nameof(values));
        if (_tensors.Norms.Values.FirstOrDefault(norm => norm.IsReplaced && norm.Has(tensor)) is { } replaced)
            replaced.ReadReplaced(tensor, values);
        else
            tensor.ReadUsed(values);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _program.Dispose();
        _optimiser.Dispose();
        _tensors.Dispose();
        _images.Dispose();
        _labels.Dispose();
    }

    private PixelScale Scale =>
        _scale ?? throw new InvalidOperationException("There are neither training images nor weights that say how pixels are scaled.");

    private void ReadScale(string name, Span<float> values)
    {
        ReadOnlySpan<float> scale = name switch
        {
            WeightFile.Mean => _scale is { } pixels ? pixels.Mean : [0, 0, 0],
            WeightFile.Deviation => _scale is { } pixels ? pixels.Deviation : [1, 1, 1],
            _ => throw new ArgumentException($"The graph has no parameter '{name}'.", nameof(name)),
        };
        scale.CopyTo(values);
    }

    private (double Loss, int Correct) Learn(TrainingBatches batches, double rate)
    {
        UseThreads(_request);
        using var scope = NewDisposeScope();
        bool learns = _tensors.Trained.Count > 0;
        using var mode = enable_grad(learns);
        Tensor logits = _program.Run(Batch(batches.Size), new Pass(Trains: true, TypeNow));
        Tensor loss = nn.functional.cross_entropy(logits, Labels(batches.Size));
        double value = loss.item<float>();
        // A diverged loss has no useful gradient; the step is reported, and the weights stay readable.
        if (learns && double.IsFinite(value))
            _optimiser.Step([.. autograd.grad([loss], [.. _tensors.Trained.Select(static tensor => tensor.Used)])], rate);
        int[] predictions = new int[batches.Size];
        Classify(logits, predictions);
        int correct = 0;
        for (int image = 0; image < predictions.Length; image++)
            correct += predictions[image] == batches.Labels[image] ? 1 : 0;
        return (value, correct);
    }

    private double ScoreLoaded(Span<int> predictions)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        Tensor logits = _program.Run(Batch(predictions.Length), new Pass(Trains: false, EvaluationType));
        Classify(logits, predictions);
        return nn.functional.cross_entropy(logits, Labels(predictions.Length), reduction: nn.Reduction.Sum).item<float>();
    }

    /// <summary>The number format of a step: narrow until the last epochs of the recipe.</summary>
    private ScalarType TypeNow => Position < (long)StepsPerEpoch * (_request.Recipe.Epochs - _settings.FinalEpochs)
        ? EngineType
        : ScalarType.Float32;

    // With epochs of 32 bits at the end the network is one of 32 bits, and is judged as one.
    private ScalarType EvaluationType => _settings.FinalEpochs > 0 ? ScalarType.Float32 : EngineType;

    private ScalarType EngineType => _settings.Precision == TrainingPrecision.BFloat16 ? ScalarType.BFloat16 : ScalarType.Float32;

    private void Load(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels)
    {
        inputs.CopyTo(MemoryMarshal.Cast<byte, float>(_images.bytes));
        Span<long> classes = MemoryMarshal.Cast<byte, long>(_labels.bytes);
        for (int image = 0; image < labels.Length; image++)
            classes[image] = labels[image];
    }

    private Tensor Batch(int images) => _images.narrow(0, 0, images).permute(0, 3, 1, 2).to(_device);

    private Tensor Labels(int images) => _labels.narrow(0, 0, images).to(_device);

    private void Classify(Tensor logits, Span<int> predictions)
    {
        ReadOnlySpan<float> values = MemoryMarshal.Cast<byte, float>(logits.detach().cpu().contiguous().bytes);
        for (int image = 0; image < predictions.Length; image++)
            predictions[image] = Largest(values.Slice(image * _classes, _classes));
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

    // With every call: the host calls from changing threads, and OpenMP keeps the number of each.
    private static void UseThreads(TrainerRequest request) => set_num_threads(request.Threads);

    private double Decay(ParameterTensor tensor) => tensor.Description.Role is ParameterRole.Kernel or ParameterRole.Adapter
        ? _request.Recipe.WeightDecay
        : _request.Recipe.HeadDecay;

    private IEnumerable<StoredParameters> Stored()
    {
        foreach (ParameterTensor tensor in _tensors.All)
        {
            if (tensor.Description.Role == ParameterRole.NormScale
                && _tensors.Norms.Values.FirstOrDefault(norm => norm.Scale == tensor) is { } norm)
            {
                yield return new StoredNormParameters(norm, isShift: false);
                yield return new StoredNormParameters(norm, isShift: true);
            }
            else if (tensor.Description.Role != ParameterRole.Constant && !IsNorm(tensor.Description.Role))
            {
                yield return new StoredTensorParameters(tensor, Rule(tensor.Description));
            }
        }
    }

    private FormatRule Rule(GraphParameter parameter) => new(
        parameter.Bits,
        _settings.Scale == StoredScale.None ? WeightScale.None : WeightScale.PerTensor,
        _settings.IntegerBits);

    private static void Require(WeightFile file, IEnumerable<ParameterTensor> tensors)
    {
        foreach (ParameterTensor tensor in tensors)
            file.Require(tensor.Description.Name, tensor.Description.Shape);
    }

    private static void Copy(WeightFile file, IEnumerable<ParameterTensor> tensors)
    {
        foreach (ParameterTensor tensor in tensors)
            if (file.Find(tensor.Description.Name, tensor.Description.Shape) is { } stored)
                tensor.Write(stored.Values.Span);
    }

    private static bool Belongs(GraphParameter parameter, ParameterPart part) =>
        parameter.Role != ParameterRole.Constant && part.HasFlag(parameter.Part);

    // Kernels of a network without adapters belong to its task, and yet are what another network starts from.
    private static bool IsShared(GraphParameter parameter) =>
        parameter.Role is ParameterRole.Kernel or ParameterRole.Bias
            || (Belongs(parameter, ParameterPart.Shared) && !IsNorm(parameter.Role));

    private static bool IsPrunable(GraphParameter parameter) =>
        parameter is { Role: ParameterRole.Kernel, Part: ParameterPart.Shared };

    private static bool IsNorm(ParameterRole role) =>
        role is ParameterRole.NormScale or ParameterRole.NormShift or ParameterRole.NormMean or ParameterRole.NormVariance;
}
