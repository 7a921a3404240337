using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Models;
using Memti.Abstractions.Training;
using Memti.Plugins.Torch.Codes;
using Memti.Trainers.Tasks;

namespace Memti.Plugins.Torch.Networks;

/// <summary>
/// A network of the user's own, shared by tasks that add adapters, batch norms and a classifier. Its kernels are frozen while a task
/// learns.
/// </summary>
public sealed class TorchNetwork : IGraphModel
{
    private readonly TorchNetworkOptions _options;
    private readonly ITrainingEngine _engine;
    private readonly NetworkGraph _adapted;

    /// <summary>Reads the network and puts the adapters in.</summary>
    /// <exception cref="MemtiException">
    /// A finding of the file; <see cref="TorchCodes.UnsuitableGraph"/>: colours that cannot be turned;
    /// <see cref="DiagnosticCode.ValueOutOfRange"/>: no file; <see cref="DiagnosticCode.UnknownName"/>: a task whose classes are not known;
    /// <see cref="TorchCodes.NowhereToAdapt"/>.
    /// </exception>
    public TorchNetwork(TorchNetworkOptions options, IReadOnlyList<TaskRequest> tasks, IModelHost host, ITrainingEngine engine)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(host);
        (_options, _engine) = (options, engine);
        if (options.File is not { Name.Length: > 0 } file)
            throw NoFile();
        NetworkGraph graph = host.ReadGraph(
            new GraphRequest(file) { Inputs = options.Inputs, InputPx = options.InputPx, End = options.EndsAt });
        _adapted = AdapterPlacement.Adapt(options.Colours == ColourOrder.Bgr ? ColourKernels.Turn(graph) : graph, options);
        Tasks = [.. tasks.Select(Describe)];
    }

    /// <inheritdoc />
    public IReadOnlyList<TaskDescription> Tasks { get; }

    /// <inheritdoc />
    public int SharedBits => _options.WeightBits;

    /// <inheritdoc />
    public int TaskBits => _options.TaskBits;

    /// <inheritdoc />
    public EngineDescription? Engine => _engine.Describe(Settings);

    /// <inheritdoc />
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="task"/> is no index into <see cref="Tasks"/>.</exception>
    public Network Build(int task) => new(_adapted.Name, Tasks[Index(task)].Name, GraphLayers.Of(Graph(task)))
    {
        SharedBits = SharedBits,
        TaskBits = TaskBits,
    };

    /// <inheritdoc />
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="task"/> is no index into <see cref="Tasks"/>.</exception>
    public NetworkGraph Graph(int task) => TaskGraph.Of(_adapted, Tasks[Index(task)].Classes, _options);

    /// <inheritdoc />
    public ITrainer CreateTrainer(TrainerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _engine.CreateTrainer(Graph(request.Task), request, Settings);
    }

    private EngineSettings Settings => new()
    {
        Device = _options.Device,
        Precision = _options.Precision,
        FinalEpochs = _options.FinalEpochs,
        Optimiser = _options.Optimiser,
        Scale = _options.Scale,
        IntegerBits = _options.IntegerBits,
    };

    private TaskDescription Describe(TaskRequest request)
    {
        int classes = KnownTasks.Classes(request);
        NetworkGraph graph = TaskGraph.Of(_adapted, classes, _options);
        return new TaskDescription(request.Name, classes, StoredParts.Shared(graph), StoredParts.Task(graph));
    }

    private int Index(int task)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(task);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(task, Tasks.Count);
        return task;
    }

    private static MemtiException NoFile()
    {
        const string Permitted = "the path of an .onnx file or a layer table, or a shipped network";
        return new(new Diagnostic(DiagnosticCode.ValueOutOfRange, $"'file' is missing; permitted: {Permitted}.")
        {
            Key = "file",
            Permitted = Permitted,
        });
    }
}
