using System.Collections.Concurrent;
using System.Diagnostics;

namespace Memti.Build.Tasks.Workers;

/// <summary>The running worker. Its standard input stays open; closing it tells the worker to stop, and so does the death of the
/// build.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly BlockingCollection<WorkerLine> _lines = [];
    private readonly Process _process;
    private int _openStreams = 2;
    private Timer? _killer;

    private WorkerProcess(Process process) => _process = process;

    /// <summary>Lines of its output until it ends. They arrive on the caller's thread, the only one that may log.</summary>
    public IEnumerable<WorkerLine> Lines => _lines.GetConsumingEnumerable();

    /// <summary>Starts a worker.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The process could not be started.</exception>
    public static WorkerProcess Start(ProcessStartInfo start)
    {
        var worker = new WorkerProcess(new Process { StartInfo = start });
        worker._process.OutputDataReceived += (_, line) => worker.Take(line.Data, isError: false);
        worker._process.ErrorDataReceived += (_, line) => worker.Take(line.Data, isError: true);
        worker._process.Start();
        worker._process.BeginOutputReadLine();
        worker._process.BeginErrorReadLine();
        return worker;
    }

    /// <summary>Waits for the exit, after the end of <see cref="Lines"/>.</summary>
    public int WaitForExitCode()
    {
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>Asks the worker to stop. Kills it with its child processes when it does not stop in time.</summary>
    public void Cancel(TimeSpan patience)
    {
        CloseInput();
        _killer ??= new Timer(_ => Kill(), null, patience, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _killer?.Dispose();
        _process.Dispose();
        _lines.Dispose();
    }

    private void Take(string? line, bool isError)
    {
        if (line is not null)
            _lines.Add(new WorkerLine(line, isError));
        // Both streams signal their end with null; the lines are complete after the second.
        else if (Interlocked.Decrement(ref _openStreams) == 0)
            _lines.CompleteAdding();
    }

    private void CloseInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The worker has ended already.
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // The worker has ended already.
        }
    }
}
