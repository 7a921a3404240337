using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;

namespace HelloModel;

/// <summary>
/// Two 3 x 3 convolutions with shared weights, each followed by a 2 x 2 pooling; the batch norms and the classifier belong to the task.
/// </summary>
public sealed class SmallNetwork : IModel
{
    private const int Colours = 3;
    private const int Kernel = 3;
    private readonly SmallNetworkOptions _options;

    /// <summary>Creates the network for the tasks of a scenario. Each must state its number of classes.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadNetwork"/> naming the task.</exception>
    public SmallNetwork(SmallNetworkOptions options, IReadOnlyList<TaskRequest> tasks)
    {
        _options = options;
        Tasks = [.. tasks.Select(Describe)];
    }

    /// <inheritdoc />
    public IReadOnlyList<TaskDescription> Tasks { get; }

    /// <inheritdoc />
    public int SharedBits => _options.SharedBits;

    /// <inheritdoc />
    public int TaskBits => _options.TaskBits;

    private int First => _options.Channels;

    private int Second => 2 * _options.Channels;

    private int Half => _options.InputPx / 2;

    private int Quarter => _options.InputPx / 4;

    /// <inheritdoc />
    public Network Build(int task)
    {
        TaskDescription description = Tasks[task];
        return new Network("small network", description.Name,
        [
            Convolution("conv1", Colours, First, _options.InputPx),
            Pooling("pool1", First, _options.InputPx, Half),
            Convolution("conv2", First, Second, Half),
            Pooling("pool2", Second, Half, Quarter),
            Classifier(description.Classes),
        ])
        {
            SharedBits = SharedBits,
            TaskBits = TaskBits,
        };
    }

    private TaskDescription Describe(TaskRequest task)
    {
        int classes = task.Classes
            ?? throw new MemtiException(DiagnosticCode.BadNetwork, $"task '{task.Name}' has to say how many classes it has.");
        long shared = (long)Kernel * Kernel * ((Colours * First) + (First * Second));
        return new TaskDescription(task.Name, classes, shared,
        [
            new ParameterGroup("batch norm", 2L * (First + Second)),
            new ParameterGroup("classifier", Classifier(classes).TaskParameters),
        ]);
    }

    private static Layer Convolution(string name, int inputs, int outputs, int pixels) => new()
    {
        Name = name,
        Kind = LayerKind.Convolution,
        InputChannels = inputs,
        InputHeight = pixels,
        InputWidth = pixels,
        OutputChannels = outputs,
        OutputHeight = pixels,
        OutputWidth = pixels,
        KernelHeight = Kernel,
        KernelWidth = Kernel,
        SharedParameters = (long)Kernel * Kernel * inputs * outputs,
        TaskParameters = 2L * outputs,
    };

    private static Layer Pooling(string name, int channels, int from, int to) => new()
    {
        Name = name,
        Kind = LayerKind.Pooling,
        InputChannels = channels,
        InputHeight = from,
        InputWidth = from,
        OutputChannels = channels,
        OutputHeight = to,
        OutputWidth = to,
        KernelHeight = 2,
        KernelWidth = 2,
        StrideHeight = 2,
        StrideWidth = 2,
    };

    private Layer Classifier(int classes) => new()
    {
        Name = "classifier",
        Kind = LayerKind.FullyConnected,
        InputChannels = Second * Quarter * Quarter,
        OutputChannels = classes,
        TaskParameters = ((long)Second * Quarter * Quarter * classes) + classes,
    };
}
