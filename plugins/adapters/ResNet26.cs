using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Models;
using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.Backbones;
using Memti.Plugins.Adapters.Graphs;
using Memti.Plugins.Adapters.Training;
using Memti.Trainers.FixedPoint;
using Memti.Trainers.Tasks;

namespace Memti.Plugins.Adapters;

/// <summary>
/// ResNet-26: three stages of four basic blocks, shared by tasks that add residual adapters, batch norms and a classifier.
/// </summary>
/// <remarks>Rebuffi, Bilen, Vedaldi, NIPS 2017 (series) and CVPR 2018 (parallel); srebuffi/residual_adapters, commit 5c51aa3.</remarks>
public sealed class ResNet26 : IGraphModel
{
    private readonly ResNet26Options _options;
    private readonly Backbone _backbone;
    private readonly ITrainingEngine? _engine;

    /// <summary>Creates the network for the tasks of a scenario.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.ValueOutOfRange"/>: a size is outside its range; <see cref="DiagnosticCode.UnknownName"/>: the number of
    /// classes of a task is unknown. The host has no engine of the name that the options ask for.
    /// </exception>
    /// <param name="options">Options of the network.</param>
    /// <param name="tasks">The tasks.</param>
    /// <param name="host">Finds engines; null where only the plugin's own code is asked for.</param>
    public ResNet26(ResNet26Options options, IReadOnlyList<TaskRequest> tasks, IModelHost? host = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tasks);
        NetworkSize.Check(options);
        _options = options;
        _backbone = new Backbone(options);
        Tasks = [.. tasks.Select(Describe)];
        _engine = options.Engine == ResNet26Options.ManagedEngine ? null : host?.Engine(options.Engine);
    }

    /// <inheritdoc />
    public IReadOnlyList<TaskDescription> Tasks { get; }

    /// <inheritdoc />
    public int SharedBits => _options.WeightBits;

    /// <inheritdoc />
    public int TaskBits => _options.TaskBits;

    /// <inheritdoc />
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="task"/> is not an index of <see cref="Tasks"/>.</exception>
    public Network Build(int task)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(task);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(task, Tasks.Count);
        return new Network(Name, Tasks[task].Name, _backbone.Layers(Tasks[task].Classes))
        {
            SharedBits = SharedBits,
            TaskBits = TaskBits,
        };
    }

    /// <inheritdoc />
    public EngineDescription? Engine => _engine?.Describe(Settings);

    /// <inheritdoc />
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="task"/> is not an index of <see cref="Tasks"/>.</exception>
    public NetworkGraph Graph(int task)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)task, (uint)Tasks.Count, nameof(task));
        NetworkSize.CheckTrainable(_options);
        return ResNet26Graph.Of(Name, _options, _backbone.Shapes, Tasks[task].Classes);
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentOutOfRangeException">
    /// The task is not an index of <see cref="Tasks"/>, or the threads are fewer than one.
    /// </exception>
    public ITrainer CreateTrainer(TrainerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)request.Task, (uint)Tasks.Count, nameof(request));
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Threads, 1, nameof(request));
        NetworkSize.CheckTrainable(_options);
        return _engine is null
            ? new ResNet26Trainer(_options, Tasks[request.Task].Classes, request)
            : _engine.CreateTrainer(Graph(request.Task), request, Settings);
    }

    private string Name => "resnet26 "
        + _options.Adapters switch { AdapterForm.Parallel => "parallel", AdapterForm.Series => "series", _ => "plain" };

    private EngineSettings Settings => new()
    {
        Device = _options.Device,
        Precision = _options.Precision,
        FinalEpochs = _options.FinalEpochs,
        Scale = _options.Scale == WeightScale.PerTensor ? StoredScale.PerTensor : StoredScale.None,
        IntegerBits = _options.IntegerBits,
    };

    private TaskDescription Describe(TaskRequest request)
    {
        int classes = KnownTasks.Classes(request);
        return new TaskDescription(request.Name, classes, _backbone.SharedParameters, _backbone.TaskParameters(classes));
    }
}
