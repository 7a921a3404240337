using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Documents.Parameters;
using Memti.Plugins.Catalog;
using Memti.Runs.Sweeps.Bases;
using Memti.Runs.Sweeps.Metrics;
using Memti.Training.Datasets;
using Memti.Training.Datasets.Sources;
using Memti.Training.Experiments;

namespace Memti.Training.Studies;

/// <summary>
/// An experiment as the base of a study. Points run one after the other with all threads; they share each training and each evaluation
/// that is the same in both, so an axis over storage trains adapters once.
/// </summary>
internal sealed class ExperimentBase : IStudyBase
{
    private readonly ExperimentTemplate _template;
    private readonly Experiment _experiment;
    private readonly StudyBaseRequest _request;
    private readonly PluginCatalog _catalog;
    private readonly CancellationToken _cancellationToken;
    private FolderLock? _lock;

    /// <exception cref="MemtiException">Data or the backbone cannot be read.</exception>
    public ExperimentBase(
        ExperimentTemplate template,
        Experiment experiment,
        StudyBaseRequest request,
        PluginCatalog catalog,
        CancellationToken cancellationToken)
    {
        (_template, _experiment, _request, _catalog, _cancellationToken) = (template, experiment, request, catalog, cancellationToken);
        Rows = RowsOf(experiment);
        Parts = PartsOf();
    }

    /// <inheritdoc />
    public string Sha256 => _template.Sha256;

    /// <inheritdoc />
    public IReadOnlyList<string> Rows { get; }

    /// <inheritdoc />
    public IReadOnlyList<int> Metrics => MetricCatalog.OfExperiments;

    /// <inheritdoc />
    public int MostAtOnce => 1;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Parts { get; }

    /// <inheritdoc />
    public IEnumerable<Diagnostic> FindingsAt(IReadOnlyList<string> overrides)
    {
        _template.With(overrides, out IReadOnlyList<Diagnostic> findings);
        return findings;
    }

    /// <inheritdoc />
    public double[][] ValuesAt(IReadOnlyList<string> overrides)
    {
        Experiment experiment = _template.With(overrides, out IReadOnlyList<Diagnostic> findings)
            ?? throw new MemtiException(findings.First(static finding => finding.Severity == Severity.Error));
        experiment = Chosen(experiment);
        if (_lock is null)
        {
            _lock = FolderLock.Take(_request.Folder, waiting: null, _cancellationToken);
            Leftovers.Sweep(_request.Folder, below: true);
        }

        var request = new ExperimentRequest(experiment, _request.Folder)
        {
            Threads = _request.Threads,
            SharesArtifacts = true,
        };
        ExperimentResult result = ExperimentRun.Run(request, _catalog, _cancellationToken);
        return [.. Rows.Select(row => ValuesOf(result, row))];
    }

    /// <inheritdoc />
    public void Dispose() => _lock?.Dispose();

    private static string NameOf(string task, string variant) => $"{task}/{variant}";

    private double[] ValuesOf(ExperimentResult result, string row)
    {
        ExperimentEntry entry = result.Cells.FirstOrDefault(cell => NameOf(cell.Task, cell.Variant) == row) ?? throw new MemtiException(
            new Diagnostic(DiagnosticCode.BadOption, $"a point renames '{row}'; tasks and storage variants keep their names.")
            {
                File = _request.File,
                Key = ExperimentKeys.ItemName.Name,
            });
        double[] values = [.. Enumerable.Repeat(double.NaN, MetricCatalog.All.Count)];
        ExperimentTaskResult task = result.Tasks.First(task => task.Task == entry.Task);
        Set("float_accuracy", task.Adapters.TestAccuracy);
        Set("baseline_accuracy", entry.Before.Baseline.Accuracy);
        Set("before_mean", entry.Before.Summary?.Mean);
        Set("before_worst", entry.Before.Summary?.Worst);
        Set("after_mean", entry.After.Summary?.Mean);
        Set("after_worst", entry.After.Summary?.Worst);
        Set("accuracy_difference", entry.Test.Difference);
        Set("task_share", task.Overhead);
        return values;

        void Set(string metric, double? value) => values[MetricCatalog.Find(metric)!.Value] = value ?? double.NaN;
    }

    /// <summary>The rows of an experiment: each task in each storage variant, or those that the study names.</summary>
    /// <exception cref="MemtiException">The study names one that is not there.</exception>
    private string[] RowsOf(Experiment experiment)
    {
        string[] all = [.. experiment.Tasks.SelectMany(task => experiment.Variants.Select(variant => NameOf(task.Name, variant.Name)))];
        if (_request.Rows.FirstOrDefault(name => !all.Contains(name)) is { } unknown)
            throw new MemtiException(new Diagnostic(
                DiagnosticCode.UnknownName,
                $"'{unknown}' is no task of the experiment with one of its storage variants; permitted: {string.Join(", ", all)}.")
            {
                File = _request.File,
                Key = "designs",
                Value = unknown,
            });
        return _request.Rows.Count == 0 ? all : [.. all.Where(_request.Rows.Contains)];
    }

    /// <summary>The experiment with what the rows need.</summary>
    private Experiment Chosen(Experiment experiment) => _request.Rows.Count == 0
        ? experiment
        : experiment with
        {
            Tasks = [.. experiment.Tasks.Where(task => Rows.Any(row => row.Split('/')[0] == task.Name))],
            Variants = [.. experiment.Variants.Where(variant => Rows.Any(row => row.Split('/')[1] == variant.Name))],
        };

    private SortedDictionary<string, string> PartsOf()
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["experiment"] = WholeFile.Sha256(Encoding.UTF8.GetBytes(_template.Content)),
            ["memti training"] = typeof(ExperimentBase).Module.ModuleVersionId.ToString("N"),
        };
        if (_experiment.BackboneFile is { } file)
            parts["backbone"] = FileHash.OrMissing(_experiment.Beside(file));
        foreach ((string name, string sha256) in DataOf())
            parts[$"data {name}"] = sha256;
        foreach (string word in _request.Words.Select(ValueOf).Where(word => File.Exists(_experiment.Beside(word))))
            parts[$"file {word}"] = FileHash.OrMissing(_experiment.Beside(word));
        return parts;
    }

    /// <summary>The hash of all data that points may read; of data that cannot be read, which is the finding of the points that name
    /// it, its code.</summary>
    /// <exception cref="MemtiException">Data that every point reads cannot be read.</exception>
    private IEnumerable<(string Name, string Sha256)> DataOf()
    {
        string[] points = [.. _request.Words.Except(_request.Set)];
        string[] folders = Named(ExperimentKeys.DataFolder, points), tasks = Named(ExperimentKeys.TaskData, points);
        bool isForAll = folders.Length + tasks.Length == 0;
        IEnumerable<string> data = _experiment.Tasks.Select(static task => task.Data).Concat(tasks);
        if (_experiment.BackboneData is { } backbone)
            data = data.Append(backbone);
        foreach (string? folder in folders.Prepend(_experiment.DataFolder).Distinct())
            foreach (string name in data.Distinct())
                yield return (Path.Combine(folder ?? "", name), isForAll ? HashOf(folder, name) : HashOrCode(folder, name));
    }

    /// <summary>What expressions say for a key of this name.</summary>
    private static string[] Named(DocumentKey key, IEnumerable<string> expressions) =>
        [.. expressions.Where(expression => KeyOf(expression).Split('.')[^1] == key.Name).Select(ValueOf)];

    private string HashOf(string? folder, string data)
    {
        string path = (_experiment with { DataFolder = folder }).Locate(data, folder: null);
        return DatasetSource.Read(path, new DatasetOptions { ValidationShare = _experiment.Validation }, _cancellationToken).Sha256;
    }

    private string HashOrCode(string? folder, string data)
    {
        try
        {
            return HashOf(folder, data);
        }
        catch (MemtiException error)
        {
            return error.Diagnostic.Code;
        }
    }

    private static string KeyOf(string expression) => expression[..expression.IndexOf('=', StringComparison.Ordinal)].Trim();

    private static string ValueOf(string expression) => expression[(expression.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim('"');
}
