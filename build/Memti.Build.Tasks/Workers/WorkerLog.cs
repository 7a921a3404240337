using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Memti.Build.Tasks.Workers;

/// <summary>Turns what the worker writes into messages, warnings and errors of the build, and keeps what it made.</summary>
/// <param name="log">Log of the task.</param>
/// <param name="time">Clock that spaces progress.</param>
internal sealed class WorkerLog(TaskLoggingHelper log, TimeProvider time)
{
    private const int KeptLines = 5;
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromSeconds(5);

    private readonly Queue<string> _lastErrors = new();
    private readonly List<WorkerEvent> _outputs = [];
    private long? _lastProgress;

    /// <summary>Files that it wrote or found up to date, in its order.</summary>
    public IReadOnlyList<WorkerEvent> Outputs => _outputs;

    /// <summary>Whether it had nothing to do, in any of its stages; budgets are checked at every build and do not count.</summary>
    public bool UpToDate { get; private set; } = true;

    /// <summary>Whether it said what is wrong.</summary>
    public bool SaidWhy { get; private set; }

    /// <summary>The last lines of its standard error, on one line; stack traces are in the detailed log.</summary>
    public string LastErrors => string.Join(" | ", _lastErrors);

    /// <summary>Takes a line.</summary>
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
        if (string.IsNullOrWhiteSpace(line) || line.StartsWith("   at ", StringComparison.Ordinal) || line.StartsWith("--- ", StringComparison.Ordinal))
            return;
        _lastErrors.Enqueue(line.Trim());
        if (_lastErrors.Count > KeptLines)
            _lastErrors.Dequeue();
    }

    private void Progress(string text)
    {
        bool due = _lastProgress is not { } last || time.GetElapsedTime(last) >= BetweenProgress;
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
                log.LogError(null, found.Code, null, found.File, found.Line, found.Column, 0, 0, "{0}", found.Message);
                break;
            case "warning":
                log.LogWarning(null, found.Code, null, found.File, found.Line, found.Column, 0, 0, "{0}", found.Message);
                break;
            default:
                log.LogMessage(null, found.Code, null, found.File, found.Line, found.Column, 0, 0, MessageImportance.High, "{0}", found.Message);
                break;
        }
    }
}
