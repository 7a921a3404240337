using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Randomness;
using Memti.Abstractions.Training;

namespace HelloTrainable;

/// <summary>Trains the projection and the classifier of one task, always on one thread.</summary>
internal sealed class ProjectionTrainer : ITrainer
{
    private const double MeanMomentum = 0.1;
    private const int StateForm = 1;

    private readonly TrainerRequest _request;
    private readonly int _grid;
    private readonly int _classes;
    private readonly Parameter _projection;
    private readonly Parameter _mean;
    private readonly Parameter _head;
    private readonly Parameter _bias;
    private readonly TrainingOrder _order;

    public ProjectionTrainer(ProjectionOptions options, int classes, TrainerRequest request)
    {
        (_request, _grid, _classes) = (request, options.Grid, classes);
        int inputs = _grid * _grid * ImageSet.Channels;
        _projection = new Parameter("projection.weight", ParameterPart.Shared, options.SharedBits, options.Features, inputs);
        _mean = new Parameter("norm.mean", ParameterPart.Task, options.TaskBits, options.Features);
        _head = new Parameter("head.weight", ParameterPart.Task, options.TaskBits, classes, options.Features);
        _bias = new Parameter("head.bias", ParameterPart.Task, options.TaskBits, classes);
        _order = new TrainingOrder(request.Seed, request.Training?.Count ?? 0);
        Randomise(_projection, "projection", Math.Sqrt(6.0 / inputs));
        Randomise(_head, "head", Math.Sqrt(1.0 / options.Features));
    }

    public IReadOnlyList<StoredTensor> Tensors => [.. Parameters.Select(static parameter => parameter.Tensor)];

    public int StepsPerEpoch => _request.Training is { } images ? (images.Count + _request.Recipe.Batch - 1) / _request.Recipe.Batch : 0;

    public long Position { get; private set; }

    private Parameter[] Parameters => [_projection, _mean, _head, _bias];

    public static void RequireFit(ImageSet images, int classes)
    {
        if (images.Classes != classes)
            throw new MemtiException(
                DiagnosticCode.ImagesDoNotFit,
                string.Create(
                    CultureInfo.InvariantCulture, $"images '{images.Name}' have {images.Classes} classes, and the task has {classes}."));
    }

    public TrainingStep Step()
    {
        ImageSet images = _request.Training ?? throw new InvalidOperationException("There are no training images.");
        TrainingRecipe recipe = _request.Recipe;
        (long epoch, long step) = Math.DivRem(Position, StepsPerEpoch);
        int first = (int)step * recipe.Batch;
        int count = Math.Min(recipe.Batch, images.Count - first);
        var pass = new Pass(_projection.Used, _mean.Used, _head.Used, _bias.Used);
        double loss = 0;
        int correct = 0;
        for (int place = first; place < first + count; place++)
        {
            int image = _order.Image(epoch, place);
            (bool mirror, int right, int down) = _order.Show(epoch, place, recipe.CropPadding, recipe.Mirror && images.MayMirror);
            loss += pass.Forward(GridAverages.Of(images, image, _grid, mirror, right, down), images.Labels.Span[image], out int found);
            correct += found == images.Labels.Span[image] ? 1 : 0;
            pass.Backward(1f / count, _request.Trained == TrainedPart.Everything);
        }

        double rate = Rate(recipe, (double)Position / StepsPerEpoch);
        Learn(pass, count, rate);
        Position++;
        return new TrainingStep(count, correct, loss / count, rate);
    }

    public double Score(ImageSet images, int first, Span<int> predictions)
    {
        RequireFit(images, _classes);
        var pass = new Pass(_projection.Used, _mean.Used, _head.Used, _bias.Used);
        double loss = 0;
        for (int index = 0; index < predictions.Length; index++)
            loss += pass.Forward(
                GridAverages.Of(images, first + index, _grid, false, 0, 0), images.Labels.Span[first + index], out predictions[index]);
        return loss;
    }

    public void LoadShared(Stream weights) => Load(WeightFile.Read(weights, [_projection], [_mean]));

    public void LoadTask(Stream weights) => Load(WeightFile.Read(weights, [_mean, _head, _bias], []));

    public void Save(Stream weights, ParameterPart part, bool halfPrecision = false) =>
        WeightFile.Write(weights, Parameters.Where(parameter => part.HasFlag(parameter.Tensor.Part)), halfPrecision);

    public void SaveState(Stream state)
    {
        using var writer = new BinaryWriter(state, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(StateForm);
        writer.Write(Identity);
        writer.Write(Position);
        foreach (Parameter parameter in Parameters)
            parameter.Write(writer);
    }

    public void LoadState(Stream state)
    {
        using var reader = new BinaryReader(state, System.Text.Encoding.UTF8, leaveOpen: true);
        if (reader.ReadInt32() != StateForm || reader.ReadString() != Identity)
            throw new MemtiException(DiagnosticCode.CheckpointDoesNotFit, "the state is of another network or run.");
        Position = reader.ReadInt64();
        foreach (Parameter parameter in Parameters)
            parameter.Read(reader);
    }

    public void Quantize(double pruned = 0)
    {
        if (pruned > 0)
            _projection.Prune(pruned);
        foreach (Parameter parameter in Parameters)
            parameter.Quantize();
    }

    public void ReadCodes(int tensor, Span<ushort> codes) => Parameters[tensor].ReadCodes(codes);

    public void OverrideCodes(int tensor, ReadOnlySpan<ushort> codes) => Parameters[tensor].OverrideCodes(codes);

    public void Dequantize()
    {
        foreach (Parameter parameter in Parameters)
            parameter.Dequantize();
    }

    public void Dispose()
    {
    }

    private string Identity =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{_projection.Values.Length} {_head.Values.Length} {_request.Seed} {_request.Trained} {_request.Training?.Count}");

    private void Learn(Pass pass, int count, double rate)
    {
        TrainingRecipe recipe = _request.Recipe;
        for (int feature = 0; feature < _mean.Values.Length; feature++)
            _mean.Values[feature] += (float)(MeanMomentum * ((pass.FeatureSums[feature] / count) - _mean.Values[feature]));
        if (_request.Trained == TrainedPart.NormStatistics)
            return;
        _head.Update(pass.HeadGradient, rate, recipe.Momentum, recipe.HeadDecay);
        _bias.Update(pass.BiasGradient, rate, recipe.Momentum, recipe.HeadDecay);
        if (_request.Trained == TrainedPart.Everything)
            _projection.Update(pass.ProjectionGradient, rate, recipe.Momentum, recipe.WeightDecay);
    }

    private static double Rate(TrainingRecipe recipe, double epoch)
    {
        double rise = recipe.Warmup > 0 ? Math.Min(1, epoch / recipe.Warmup) : 1;
        double done = epoch / recipe.Epochs;
        return recipe.LearningRate * rise * recipe.Schedule switch
        {
            TrainingSchedule.Steps => done < 2.0 / 3 ? 1 : done < 5.0 / 6 ? 0.1 : 0.01,
            TrainingSchedule.Cosine => (1 + Math.Cos(Math.PI * Math.Min(done, 1))) / 2,
            _ => 1,
        };
    }

    private void Randomise(Parameter parameter, string name, double scale)
    {
        Philox random = Philox.Named(_request.Seed, "hello-trainable/" + name);
        for (int index = 0; index < parameter.Values.Length; index++)
            parameter.Values[index] = (float)(scale * ((random.Block((uint)index, 0, 0, 0).Item1 / (double)uint.MaxValue * 2) - 1));
    }

    private static void Load(Dictionary<Parameter, float[]> read)
    {
        foreach ((Parameter parameter, float[] numbers) in read)
            numbers.CopyTo(parameter.Values, 0);
    }
}
