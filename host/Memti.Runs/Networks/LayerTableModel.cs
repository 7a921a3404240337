using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Documents.Codes;
using Memti.Networks.Codes;
using Memti.Networks.Inputs;
using Memti.Networks.Layers;
using Memti.Networks.Presets;

namespace Memti.Runs.Networks;

/// <summary>
/// A network that is data, for the tasks of a scenario: each runs all layers, and the classifier has as many outputs as the task has
/// classes.
/// </summary>
public sealed class LayerTableModel : IModel
{
    private readonly LayerTableOptions _options;
    private readonly NetworkTable _table;

    /// <summary>Reads the network.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="DocumentCodes.MissingKey"/> when no file is named; <see cref="NetworkCodes.UnknownNetwork"/> or a finding of the file;
    /// <see cref="DiagnosticCode.ValueOutOfRange"/> for what needs a classifier that the network does not have.
    /// </exception>
    public LayerTableModel(LayerTableOptions options, IReadOnlyList<TaskRequest> tasks, NetworkCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(catalog);
        _options = options;
        _table = options.File is { Name.Length: > 0 } file ? catalog.Read(file, Stated(options)) : throw NoFile();
        if (options.Shares == ParameterSharing.Backbone && _table.Classifier is null)
            throw NoClassifier("network.shares", "backbone", "none");
        Tasks = [.. tasks.Select(Describe)];
    }

    /// <summary>What was left out of the file, such as nodes of an ONNX graph that are not counted.</summary>
    internal IReadOnlyList<Diagnostic> Warnings => _table.Warnings;

    /// <inheritdoc />
    public IReadOnlyList<TaskDescription> Tasks { get; }

    /// <inheritdoc />
    public int SharedBits => _options.SharedBits;

    /// <inheritdoc />
    public int TaskBits => _options.TaskBits;

    /// <inheritdoc />
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="task"/> is no index into <see cref="Tasks"/>.</exception>
    public Network Build(int task)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(task);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(task, Tasks.Count);
        return new Network(_table.Name, Tasks[task].Name, Layers(Tasks[task].Classes)) { SharedBits = SharedBits, TaskBits = TaskBits };
    }

    private static MemtiException NoFile()
    {
        const string Permitted = "a shipped network or the path of a file";
        return new(
            new Diagnostic(DocumentCodes.MissingKey, $"'network.file' is missing; permitted: {Permitted}.")
            {
                Key = "network.file",
                Permitted = Permitted
            });
    }

    private static NetworkInputs Stated(LayerTableOptions options)
    {
        string[] texts = options.Inputs?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (NetworkInputs.Read(texts, out IReadOnlyDictionary<string, IReadOnlyList<long>> shapes) is not { } wrong)
            return new NetworkInputs { Batch = options.Batch, Shapes = shapes };
        throw new MemtiException(
            new Diagnostic(
                DiagnosticCode.ValueOutOfRange, $"'network.inputs' is '{wrong}'; permitted: {NetworkInputs.Permitted}, each input once.")
            {
                Key = "network.inputs",
                Value = wrong,
                Permitted = NetworkInputs.Permitted,
            });
    }

    private TaskDescription Describe(TaskRequest request)
    {
        if (request.Classes is not null && _table.Classifier is null)
            throw NoClassifier("network.tasks", request.Classes.Value.ToString(CultureInfo.InvariantCulture), "a task without 'classes'");
        int classes = request.Classes ?? _table.Layers[_table.Classifier ?? ^1].OutputChannels;
        IReadOnlyList<Layer> layers = Layers(classes);
        long head = _table.Classifier is { } index ? layers[index].StoredTaskParameters : 0;
        long body = layers.Sum(static layer => layer.StoredTaskParameters) - head;
        ParameterGroup[] groups = [new("backbone", body), new("classifier", head)];
        return new TaskDescription(
            request.Name,
            classes,
            layers.Sum(static layer => layer.StoredSharedParameters),
            [.. groups.Where(static group => group.Count > 0)]);
    }

    private IReadOnlyList<Layer> Layers(int classes) =>
        [.. _table.Layers.Select((layer, index) => index == _table.Classifier ? Classifier(layer, classes) : Body(layer))];

    /// <summary>
    /// A classifier that uses weights of a layer before it is of the body, unless its outputs are others: then it has its own.
    /// </summary>
    private Layer Classifier(Layer layer, int classes) => layer.WeightsOf is not null && classes == layer.OutputChannels
        ? Body(layer)
        : layer with
        {
            OutputChannels = classes,
            TaskParameters = layer.TaskParameters / layer.OutputChannels * classes,
            WeightsOf = null,
        };

    private Layer Body(Layer layer) => _options.Shares == ParameterSharing.None
        ? layer
        : layer with { SharedParameters = layer.TaskParameters, TaskParameters = 0 };

    private MemtiException NoClassifier(string key, string value, string permitted) => new(new Diagnostic(
        DiagnosticCode.ValueOutOfRange,
        $"'{key}' is {value}, but network '{_table.Name}' has no fully connected layer; permitted: {permitted}.")
    {
        Key = key,
        Value = value,
        Permitted = permitted,
    });
}
