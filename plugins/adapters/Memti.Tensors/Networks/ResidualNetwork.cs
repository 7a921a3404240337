using Memti.Tensors.Buffers;
using Memti.Tensors.Fluctuation;
using Memti.Tensors.Formats;
using Memti.Tensors.Kernels;
using Memti.Tensors.Optimisation;
using Memti.Tensors.Values;

namespace Memti.Tensors.Networks;

/// <summary>
/// ResNet-26 with residual adapters, or a network of that family: a 3x3 convolution with batch norm, three stages of basic blocks, each
/// halving the map and doubling the channels, batch norm, ReLU, mean over the map, classifier. One training step is
/// <see cref="LoadImages(ReadOnlySpan{float})"/>, <see cref="Forward"/>, <see cref="Loss"/>, <see cref="Backward"/>, <see cref="Step"/>.
/// Make one call at a time, on any thread. Equal options, values and calls give equal bits for any number of threads.
/// </summary>
/// <remarks>
/// Rebuffi, Bilen, Vedaldi, NIPS 2017 and CVPR 2018; srebuffi/residual_adapters, commit 5c51aa3. Tensors: <c>stem.conv.weight</c>,
/// <c>stem.adapter.weight</c>, <c>stem.bn.weight|bias|running_mean|running_var</c>, <c>stage1.block1.conv1.weight</c>,
/// <c>stage1.block1.adapter1.weight</c>, <c>stage1.block1.bn1.*</c> and so on, <c>head.bn.*</c>, <c>head.classifier.weight|bias</c>. In the
/// series form the batch norm before an adapter is <c>stem.adapter.bn.*</c>, <c>stage1.block1.adapter1.bn.*</c>.
/// </remarks>
public sealed unsafe class ResidualNetwork : IDisposable
{
    /// <summary>Colour channels of an image.</summary>
    public const int ImageChannels = 3;

    /// <summary>Number of stages.</summary>
    private const int Stages = 3;

    private readonly Arena _arena = new();
    private readonly Workers _workers;
    private readonly Sgd _descent;
    private readonly Map _images;
    private readonly ConvolutionUnit _stem;
    private readonly Map _stemGradient;
    private readonly List<BasicBlock> _blocks = [];
    private readonly NetworkHead _head;
    private readonly ReadLevels? _levels;
    private readonly NetworkTensor[] _tensors;
    private readonly Dictionary<string, NetworkTensor> _byName;
    private Progress _progress;

    /// <summary>
    /// Creates a network with random parameters: convolutions and adapters N(0, 2 / (k k out)), batch norms 1 and 0, classifier uniform
    /// within 1 / sqrt(features).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public ResidualNetwork(ResidualNetworkOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        Options = options;
        _workers = new Workers(options.Threads);
        _descent = new Sgd(_workers, options.Momentum);
        NetworkBuilder builder = new(options, _arena, _workers, new KernelFunctions(options.Kernel));
        if (options.AnalogBits > 0)
            builder.MakeAnalog(1 + (2 * Stages * options.BlocksPerStage));
        _levels = builder.Levels;
        _images = builder.Map(options.Pixels, ImageChannels);
        int channels = options.StemChannels;
        _stem = new ConvolutionUnit(
            builder, _images, ImageChannels, channels, 1, ("stem.conv", "stem.adapter", "stem.bn"), rectifies: false);
        _stemGradient = builder.Shared(options.Pixels, Map.Padded(channels), SharedMap.Block);
        Map last = _stem.Output;
        for (int stage = 1; stage <= Stages; stage++, channels *= 2)
            for (int block = 1; block <= options.BlocksPerStage; block++)
            {
                // Channels double only after the stage: its later blocks read the doubled number.
                int inputs = block == 1 ? channels : 2 * channels;
                _blocks.Add(new BasicBlock(builder, last, inputs, 2 * channels, block == 1 ? 2 : 1, $"stage{stage}.block{block}"));
                last = _blocks[^1].Output;
            }

        _head = new NetworkHead(builder, last, channels, options.Classes, "head");
        _tensors = [.. builder.Tensors];
        _byName = _tensors.ToDictionary(static tensor => tensor.Name, StringComparer.Ordinal);
    }

    private enum Progress
    {
        Empty,
        Loaded,
        Evaluated,
        Trained,
        Scored,
        Differentiated,
    }

    /// <summary>Options of the network.</summary>
    public ResidualNetworkOptions Options { get; }

    /// <summary>Parameters and running statistics, in the order of the state dictionary.</summary>
    public IReadOnlyList<NetworkTensor> Tensors => _tensors;

    /// <summary>Number of images in the loaded batch.</summary>
    public int Images { get; private set; }

    /// <summary>Number of values of one image.</summary>
    public int ImageSize => Options.Pixels * Options.Pixels * ImageChannels;

    /// <summary>Native memory in use, in bytes.</summary>
    public long NativeBytes => _arena.Bytes;

    /// <summary>The tensor of a name.</summary>
    /// <exception cref="KeyNotFoundException">Unknown name.</exception>
    public NetworkTensor this[string name] => _byName[name];

    /// <summary>Finds the tensor of a name.</summary>
    public bool TryGetTensor(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out NetworkTensor? tensor) =>
        _byName.TryGetValue(name, out tensor);

    /// <summary>True when analogue convolutions know the ranges of their inputs, as after a step of training.</summary>
    public bool IsCalibrated => _levels is { IsCalibrated: true };

    /// <summary>
    /// Mean energy of an image in the last forward pass, in pulses of one bit on a cell of the largest weight, read at level 1; only
    /// evaluation always measures it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The convolutions are digital.</exception>
    public double ReadEnergy => Levels.PassEnergy / Images;

    /// <summary>Mean energy of an image by direct reading at level 1, before the first step of training; 0 before that.</summary>
    /// <exception cref="InvalidOperationException">The convolutions are digital.</exception>
    public double ReferenceEnergy => Levels.ReferenceEnergy;

    private ReadLevels Levels => _levels ?? throw new InvalidOperationException("The convolutions are digital.");

    /// <summary>Sets how analogue convolutions are read.</summary>
    /// <exception cref="InvalidOperationException">The convolutions are digital.</exception>
    /// <exception cref="ArgumentException">The tables do not have a value for each magnitude, or a number is outside its range.</exception>
    public void Use(AnalogReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ReadLevels levels = Levels;
        ArgumentOutOfRangeException.ThrowIfNotEqual(reading.Variance.Count, levels.Codes, nameof(reading));
        ArgumentOutOfRangeException.ThrowIfNotEqual(reading.Energy.Count, levels.Codes, nameof(reading));
        ArgumentOutOfRangeException.ThrowIfNegative(reading.Amplitude, nameof(reading));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(reading.Exponent, nameof(reading));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(reading.LevelFactor, nameof(reading));
        levels.Use(reading);
    }

    /// <summary>Says which reads the next forward pass makes: equal places have equal noise.</summary>
    /// <param name="draw">Number of the draw.</param>
    /// <param name="firstImage">Number of the batch's first image.</param>
    /// <exception cref="InvalidOperationException">The convolutions are digital.</exception>
    public void PlaceReads(uint draw, uint firstImage) => Levels.Place(draw, firstImage);

    /// <summary>Loads a batch of normalised images.</summary>
    /// <param name="images">Shape [images, pixels, pixels, 3], 1 to <see cref="ResidualNetworkOptions.Batch"/> images.</param>
    /// <exception cref="ArgumentException">The values are not 1 to <see cref="ResidualNetworkOptions.Batch"/> whole images.</exception>
    public void LoadImages(ReadOnlySpan<float> images)
    {
        int row = Options.Pixels * ImageChannels;
        Begin(images.Length);
        for (int i = 0; i < Images * Options.Pixels; i++)
            images.Slice(i * row, row).CopyTo(ImageRow(i));
        // Native memory is used through pointers: without this, a finaliser could free it during the call.
        GC.KeepAlive(this);
    }

    /// <summary>Loads a batch of images as bytes and normalises them: (value / 255 - mean) / deviation.</summary>
    /// <param name="images">Shape [images, pixels, pixels, 3], 1 to <see cref="ResidualNetworkOptions.Batch"/> images.</param>
    /// <param name="mean">Shape [3], 0 to 1.</param>
    /// <param name="deviation">Shape [3], above 0.</param>
    /// <exception cref="ArgumentException">Another number of images, or not three means and deviations.</exception>
    public void LoadImages(ReadOnlySpan<byte> images, ReadOnlySpan<float> mean, ReadOnlySpan<float> deviation)
    {
        if (mean.Length != ImageChannels || deviation.Length != ImageChannels)
            throw new ArgumentException($"There must be {ImageChannels} means and deviations.");
        int row = Options.Pixels * ImageChannels;
        Begin(images.Length);
        for (int i = 0; i < Images * Options.Pixels; i++)
        {
            ReadOnlySpan<byte> from = images.Slice(i * row, row);
            Span<float> to = ImageRow(i);
            for (int j = 0; j < row; j += ImageChannels)
                for (int channel = 0; channel < ImageChannels; channel++)
                    to[j + channel] = ((from[j + channel] / 255f) - mean[channel]) / deviation[channel];
        }

        GC.KeepAlive(this);
    }

    /// <summary>Computes the logits of the loaded batch.</summary>
    /// <param name="train">True to use and learn batch statistics in batch norms; false to use running ones, without any change.</param>
    /// <exception cref="InvalidOperationException">No images are loaded.</exception>
    public void Forward(bool train)
    {
        Require(Progress.Loaded, "Load images first.");
        if (!train && _levels is { IsCalibrated: false })
            throw new InvalidOperationException("The ranges of analogue inputs are not known before a training.");
        _levels?.Begin(Images, train);
        _stem.Forward(Images, train, default);
        foreach (BasicBlock block in _blocks)
            block.Forward(Images, train);
        _head.Forward(Images, train);
        _levels?.End();
        _progress = train ? Progress.Trained : Progress.Evaluated;
        GC.KeepAlive(this);
    }

    /// <summary>Copies the logits of the last forward pass.</summary>
    /// <param name="logits">Shape [images, classes].</param>
    /// <exception cref="InvalidOperationException">No forward pass was run.</exception>
    /// <exception cref="ArgumentException">Another number of values.</exception>
    public void ReadLogits(Span<float> logits)
    {
        Require(Progress.Evaluated, "Run a forward pass first.");
        ArgumentOutOfRangeException.ThrowIfNotEqual(logits.Length, Images * Options.Classes, nameof(logits));
        for (int image = 0; image < Images; image++)
            _head.Logits(Images, image).CopyTo(logits.Slice(image * Options.Classes, Options.Classes));
        GC.KeepAlive(this);
    }

    /// <summary>Computes the loss of the last forward pass.</summary>
    /// <param name="labels">Class of each image.</param>
    /// <exception cref="InvalidOperationException">No forward pass was run.</exception>
    /// <exception cref="ArgumentException">Not one label per image, or a label outside the classes.</exception>
    public BatchLoss Loss(ReadOnlySpan<int> labels)
    {
        Require(Progress.Evaluated, "Run a forward pass first.");
        ArgumentOutOfRangeException.ThrowIfNotEqual(labels.Length, Images, nameof(labels));
        foreach (int label in labels)
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)label, (uint)Options.Classes, nameof(labels));
        BatchLoss loss = _head.Loss(labels);
        // Evaluation uses other statistics and may skip intermediate maps: only a training pass can be followed by a backward pass.
        if (_progress == Progress.Trained)
            _progress = Progress.Scored;
        GC.KeepAlive(this);
        return loss;
    }

    /// <summary>
    /// Computes the gradient of the mean loss for all trained tensors. Overwrites the activations: one call per forward pass.
    /// </summary>
    /// <exception cref="InvalidOperationException">No loss of a training-mode forward pass, or nothing is trained by gradients.</exception>
    public void Backward()
    {
        if (Options.Learning == Learning.NormStatistics)
            throw new InvalidOperationException("Norm statistics are learned in forward passes; there are no gradients.");
        if (_progress != Progress.Scored)
            throw new InvalidOperationException("Run a forward pass in training form and take its loss first.");
        _head.Backward(Images);
        // Against the forward order: each part takes the gradient of its output from a shared map and leaves that of its input in another.
        for (int block = _blocks.Count - 1; block >= 0; block--)
            _blocks[block].Backward(Images);
        _stem.Backward(Images, _stemGradient.Of(Images), default, add: false);
        _progress = Progress.Differentiated;
        GC.KeepAlive(this);
    }

    /// <summary>Updates all trained tensors by gradient descent.</summary>
    /// <param name="learningRate">Learning rate of this step.</param>
    /// <exception cref="InvalidOperationException">No backward pass since the last step.</exception>
    public void Step(double learningRate)
    {
        Require(Progress.Differentiated, "Run a backward pass first.");
        foreach (NetworkTensor tensor in _tensors)
            if (tensor.IsTrained && tensor.Role != TensorRole.ReadLevel)
                _descent.Step(
                    tensor,
                    learningRate,
                    tensor.Role is TensorRole.Convolution or TensorRole.Adapter ? Options.WeightDecay : Options.HeadDecay);
        _levels?.Step(learningRate * Options.LevelRate);
        // The backward pass overwrote the activations: the next step starts with a forward pass of its own.
        _progress = Progress.Loaded;
        GC.KeepAlive(this);
    }

    /// <summary>Computes the logits of any number of images with running statistics.</summary>
    /// <param name="images">Shape [images, pixels, pixels, 3], normalised.</param>
    /// <param name="logits">Shape [images, classes].</param>
    /// <exception cref="ArgumentException">Not whole images, or another number of logits.</exception>
    public void Infer(ReadOnlySpan<float> images, Span<float> logits)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(images.Length % ImageSize, 0, nameof(images));
        int count = images.Length / ImageSize;
        ArgumentOutOfRangeException.ThrowIfNotEqual(logits.Length, count * Options.Classes, nameof(logits));
        for (int first = 0; first < count; first += Options.Batch)
        {
            int batch = Math.Min(Options.Batch, count - first);
            LoadImages(images.Slice(first * ImageSize, batch * ImageSize));
            Forward(train: false);
            ReadLogits(logits.Slice(first * Options.Classes, batch * Options.Classes));
        }
    }

    /// <summary>Copies the values, not the substitutes, to a state dictionary.</summary>
    /// <param name="which">Selects tensors; null for all.</param>
    public StateDict ReadStateDict(Func<NetworkTensor, bool>? which = null)
    {
        StateDict state = new();
        foreach (NetworkTensor tensor in _tensors.Where(which ?? (static _ => true)))
        {
            float[] values = new float[tensor.Count];
            tensor.Read(values);
            state.Add(new StateTensor(tensor.Name, tensor.Shape, values));
        }

        return state;
    }

    /// <summary>Overwrites the values of all tensors in a state dictionary. Momenta and substitutes stay.</summary>
    /// <exception cref="TensorFormatException">A tensor is unknown or has another shape; then nothing is changed.</exception>
    public void WriteStateDict(StateDict state)
    {
        ArgumentNullException.ThrowIfNull(state);
        // Every tensor is checked before the first is written: a dictionary that does not fit changes nothing.
        foreach (StateTensor tensor in state.Tensors)
        {
            if (!_byName.TryGetValue(tensor.Name, out NetworkTensor? own))
                throw new TensorFormatException($"The network has no tensor '{tensor.Name}'.");
            if (!own.Shape.SequenceEqual(tensor.Shape))
                throw new TensorFormatException(
                    $"'{tensor.Name}' has shape [{string.Join(", ", tensor.Shape)}]; the network needs [{string.Join(", ", own.Shape)}].");
        }

        foreach (StateTensor tensor in state.Tensors)
            _byName[tensor.Name].Write(tensor.Values.Span);
    }

    /// <summary>
    /// Writes values, running statistics and momenta: everything that further steps depend on, except images and substitutes.
    /// </summary>
    public void SaveState(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Checkpoint.Save(stream, _tensors);
    }

    /// <summary>Restores a saved state, from which training continues to the bit. Reads the stream to its end.</summary>
    /// <exception cref="TensorFormatException">The state is damaged or of another network; then nothing is changed.</exception>
    public void LoadState(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Checkpoint.Load(stream, _tensors);
    }

    /// <summary>Stops the threads and releases all native memory.</summary>
    public void Dispose()
    {
        if (_arena.IsDisposed)
            return;
        _workers.Dispose();
        _arena.Dispose();
    }

    private void Begin(int values)
    {
        _arena.ThrowIfDisposed();
        if (values == 0 || values % ImageSize != 0 || values / ImageSize > Options.Batch)
            throw new ArgumentException($"A batch has 1 to {Options.Batch} images of {ImageSize} values each, not {values} values.");
        Images = values / ImageSize;
        _progress = Progress.Loaded;
    }

    private Span<float> ImageRow(int index) =>
        new(_images.At(index / Options.Pixels, index % Options.Pixels, 0), Options.Pixels * ImageChannels);

    private void Require(Progress least, string otherwise)
    {
        _arena.ThrowIfDisposed();
        if (_progress < least)
            throw new InvalidOperationException(otherwise);
    }
}
