using System.Collections.Concurrent;
using System.Diagnostics;

namespace Memti.Build.Tasks.Workers;

/// <summary>The running worker. Its standard input stays open: closing it, or dying, tells the worker to stop.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly BlockingCollection<WorkerLine> _lines = [];
    private readonly Process _process;
    private int _openStreams = 2;
    private Timer? _killer;

    private WorkerProcess(Process process) => _process = process;

    /// <summary>What it writes, as it comes, until it ends. The lines are read on the caller's thread, which is the one that may log.</summary>
    public IEnumerable<WorkerLine> Lines => _lines.GetConsumingEnumerable();

    /// <summary>Starts a worker.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
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

    /// <summary>Waits for its end, after <see cref="Lines"/> have run dry.</summary>
    public int WaitForExitCode()
    {
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>Asks it to stop, and ends it with all that it started when it has not stopped in time.</summary>
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
            // It has ended already.
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
            // It has ended already.
        }
    }
}
