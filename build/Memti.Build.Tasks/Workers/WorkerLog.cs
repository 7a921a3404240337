using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Memti.Build.Tasks.Workers;

/// <summary>Turns the worker's output into messages, warnings and errors of the build, and collects its output files.</summary>
/// <param name="log">Log of the task.</param>
/// <param name="time">Clock for progress.</param>
internal sealed class WorkerLog(TaskLoggingHelper log, TimeProvider time)
{
    private const int KeptLines = 5;
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromSeconds(5);

    private readonly Queue<string> _lastErrors = new();
    private readonly List<WorkerEvent> _outputs = [];
    private readonly List<string> _summary = [];
    private long? _lastProgress;

    /// <summary>Files that the worker wrote or found up to date, in its order.</summary>
    public IReadOnlyList<WorkerEvent> Outputs => _outputs;

    /// <summary>What the stages came to, for the end of the build.</summary>
    public IReadOnlyList<string> Summary => _summary;

    /// <summary>True when no stage had anything to do. The check of budgets runs at every build and does not count.</summary>
    public bool UpToDate { get; private set; } = true;

    /// <summary>True when the worker reported an error.</summary>
    public bool SaidWhy { get; private set; }

    /// <summary>The last lines of its standard error, joined. Stack traces are in the detailed log only.</summary>
    public string LastErrors => string.Join(" | ", _lastErrors);

    /// <summary>Processes a line.</summary>
    public void Take(WorkerLine line)
    {
        WorkerEvent? read = line.IsError ? null : WorkerEvent.Read(line.Text);
        if (line.IsError)
            Keep(line.Text);
        switch (read?.Event)
        {
            case "progress" when read.Text is not null:
                Progress(read.Text);
                break;
            case "summary" when read.Text is not null:
                _summary.Add(read.Text);
                break;
            case "diagnostic" when read.Message is not null:
                Find(read);
                break;
            case "output" when read.File is not null:
                _outputs.Add(read);
                break;
            case "done":
                UpToDate &= read.UpToDate || read.Stage == "check";
                break;
            default:
                log.LogMessage(MessageImportance.Low, "{0}", line.Text);
                break;
        }
    }

    private void Keep(string line)
    {
        if (string.IsNullOrWhiteSpace(line)
            || line.StartsWith("   at ", StringComparison.Ordinal)
            || line.StartsWith("--- ", StringComparison.Ordinal))
            return;
        _lastErrors.Enqueue(line.Trim());
        if (_lastErrors.Count > KeptLines)
            _lastErrors.Dequeue();
    }

    private void Progress(string text)
    {
        bool due = _lastProgress is not { } last || time.GetElapsedTime(last) >= BetweenProgress;
        // Every five seconds only, so that a long training does not flood the console; the rest is in the detailed log.
        log.LogMessage(due ? MessageImportance.High : MessageImportance.Low, "{0}", text);
        if (due)
            _lastProgress = time.GetTimestamp();
    }

    private void Find(WorkerEvent found)
    {
        switch (found.Severity)
        {
            case "error":
                SaidWhy = true;
                // "{0}", because a message with braces would otherwise be taken as a format.
                log.LogError(null, found.Code, null, found.File, found.Line, found.Column, 0, 0, "{0}", found.Message);
                break;
            case "warning":
                log.LogWarning(null, found.Code, null, found.File, found.Line, found.Column, 0, 0, "{0}", found.Message);
                break;
            default:
                log.LogMessage(
                    null, found.Code, null, found.File, found.Line, found.Column, 0, 0, MessageImportance.High, "{0}", found.Message);
                break;
        }
    }
}
