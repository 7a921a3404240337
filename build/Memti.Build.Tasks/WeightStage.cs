using System.ComponentModel;
using Memti.Abstractions.Diagnostics;
using Memti.Build.Tasks.Requests;
using Memti.Build.Tasks.Workers;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Memti.Build.Tasks;

/// <summary>
/// One stage from a scenario to weight images. A worker process does the work: plugins are third-party code, training uses all resources,
/// and nothing of either stays loaded in the build.
/// </summary>
public abstract class WeightStage : Microsoft.Build.Utilities.Task, IMultiThreadableTask, ICancelableTask
{
    private const int CancelledExitCode = 130;

    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _cancelled = new();
    private WorkerProcess? _worker;

    /// <summary>The request file, written by <see cref="WriteWeightRequest"/>.</summary>
    [Required]
    public string Request { get; set; } = "";

    /// <summary>Path of the worker <c>memti.dll</c>, with its plugins in the same folder.</summary>
    [Required]
    public string WorkerAssembly { get; set; } = "";

    /// <summary>The <c>dotnet</c> that runs the worker. Default: null, for the one that runs the build.</summary>
    public string? DotNetHost { get; set; }

    /// <summary>File that lists all outputs, for <c>Clean</c>. Default: null, for none.</summary>
    public string? WrittenList { get; set; }

    /// <summary>Seconds that a cancelled worker may take for its checkpoint before it is killed. Default: 30.</summary>
    public int CancelTimeoutSeconds { get; set; } = 30;

    /// <summary>False to use the weights of an earlier build, or to write no images without them. Default: true.</summary>
    public bool Train { get; set; } = true;

    /// <summary>Output files of the stage, with metadata Kind, Region and Task.</summary>
    [Output]
    public ITaskItem[] Outputs { get; private set; } = [];

    /// <summary>What the stages came to, a line each. A stage that fails logs them itself.</summary>
    [Output]
    public string[] Summary { get; private set; } = [];

    /// <summary>True when there was nothing to do.</summary>
    [Output]
    public bool UpToDate { get; private set; }

    /// <inheritdoc />
    public TaskEnvironment TaskEnvironment { get; set; } = TaskEnvironment.Fallback;

    /// <summary>Clock for progress and waits.</summary>
    internal TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>The worker's name of the stage.</summary>
    private protected abstract string Stage { get; }

    /// <summary>Asks the worker to stop. It keeps a checkpoint from which the next build continues.</summary>
    public void Cancel()
    {
        lock (_gate)
        {
            _cancelled.TrySetResult();
            _worker?.Cancel(TimeSpan.FromSeconds(CancelTimeoutSeconds));
        }
    }

    /// <inheritdoc />
    public override bool Execute()
    {
        string assembly = TaskEnvironment.GetAbsolutePath(WorkerAssembly);
        if (File.Exists(assembly))
            return Run(new WorkerCommand(HostPath(), assembly, Stage, TaskEnvironment.GetAbsolutePath(Request), [.. Options]));
        Fail(
            BuildCodes.BuildWorkerMissing,
            $"there is no worker at '{assembly}': build Memti.Host.sln first, or set the property MemtiToolPath to the folder of "
                + "memti.dll.");
        return false;
    }

    private string HostPath()
    {
        string? named = string.IsNullOrEmpty(DotNetHost) ? TaskEnvironment.GetEnvironmentVariable("DOTNET_HOST_PATH") : DotNetHost;
        return string.IsNullOrEmpty(named) ? "dotnet" : named;
    }

    /// <summary>Further arguments of the worker.</summary>
    private protected virtual IEnumerable<string> Options => Train ? [] : ["--no-training"];

    private bool Run(WorkerCommand command)
    {
        var log = new WorkerLog(Log, Time);
        if (Finish(command, log) is not { } exitCode)
            return false;
        UpToDate = log.UpToDate;
        Outputs = [.. log.Outputs.Select(Item)];
        Summary = [.. log.Summary];
        KeepList();
        if (Judge(exitCode, log) && !Log.HasLoggedErrors)
            return true;
        foreach (string line in Summary)
            Log.LogMessage(MessageImportance.High, "{0}", line);
        return false;
    }

    private int? Finish(WorkerCommand command, WorkerLog log)
    {
        try
        {
            using BuildEnd? end = BuildEnd.Watch(Cancel);
            using WorkerProcess? worker = Start(command);
            return worker is null ? null : Follow(worker, log);
        }
        catch (Win32Exception error)
        {
            Fail(BuildCodes.BuildWorkerFailed, $"'{command.Host}' could not be started: {error.Message}");
            return null;
        }
        finally
        {
            lock (_gate)
                _worker = null;
        }
    }

    private WorkerProcess? Start(WorkerCommand command)
    {
        // Under the lock: a cancellation comes either before the start, or finds the worker.
        lock (_gate)
            return _cancelled.Task.IsCompleted ? null : _worker = WorkerProcess.Start(command.StartIn(TaskEnvironment));
    }

    private static int Follow(WorkerProcess worker, WorkerLog log)
    {
        foreach (WorkerLine line in worker.Lines)
            log.Take(line);
        return worker.WaitForExitCode();
    }

    private bool Judge(int exitCode, WorkerLog log)
    {
        if (exitCode != 0 && !log.SaidWhy && !WasCancelled(exitCode))
            Fail(
                BuildCodes.BuildWorkerFailed,
                $"'memti weights {Stage}' ended with exit code {exitCode} and did not say why. {LastWords(log)}");
        // A cancelled build has failed even if the worker happened to finish.
        return exitCode == 0 && !_cancelled.Task.IsCompleted;
    }

    // Ctrl+C reaches the worker and the build at the same time; the build may cancel its tasks a little later.
    private bool WasCancelled(int exitCode) =>
        exitCode == CancelledExitCode ? _cancelled.Task.Wait(TimeSpan.FromSeconds(2)) : _cancelled.Task.IsCompleted;

    private static string LastWords(WorkerLog log) =>
        log.LastErrors.Length == 0 ? "It wrote nothing to standard error." : $"Its last lines: {log.LastErrors}";

    private TaskItem Item(WorkerEvent output)
    {
        var item = new TaskItem(TaskEnvironment.GetAbsolutePath(output.File!));
        item.SetMetadata("Kind", output.Kind ?? "");
        item.SetMetadata("Region", output.Region ?? "");
        item.SetMetadata("Task", output.Task ?? "");
        return item;
    }

    private void KeepList()
    {
        if (string.IsNullOrEmpty(WrittenList) || Outputs.Length == 0)
            return;
        string list = TaskEnvironment.GetAbsolutePath(WrittenList);
        try
        {
            WrittenFiles.Add(list, TaskEnvironment.ProjectDirectory, Outputs.Select(static item => item.ItemSpec));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Fail(DiagnosticCode.OutputUnwritable, $"'{list}' cannot be written: {error.Message}");
        }
    }

    private void Fail(string code, string message) =>
        Log.LogError(
            null,
            code,
            null,
            BuildEngine.ProjectFileOfTaskNode,
            BuildEngine.LineNumberOfTaskNode,
            BuildEngine.ColumnNumberOfTaskNode,
            0,
            0,
            "{0}",
            message);
}
