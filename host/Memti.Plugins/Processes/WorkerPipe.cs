using System.Globalization;
using System.IO.Pipes;

namespace Memti.Plugins.Processes;

/// <summary>
/// What a worker process and the process that started it have to say to each other: the worker that it is done, the other that it is still
/// there. A worker whose parent is gone ends.
/// </summary>
public sealed class WorkerPipe : IDisposable
{
    private const string Variable = "MEMTI_WORKER";
    private const byte Done = 1;

    private static AnonymousPipeClientStream? _worker;

    private readonly AnonymousPipeServerStream _fromWorker = new(PipeDirection.In, HandleInheritability.Inheritable);
    private readonly AnonymousPipeServerStream _toWorker = new(PipeDirection.Out, HandleInheritability.Inheritable);

    /// <summary>True in a worker process.</summary>
    public static bool IsWorker => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    /// <summary>Adds what the worker needs to its environment, before it starts.</summary>
    public void AddTo(IDictionary<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        environment[Variable] = string.Create(
            CultureInfo.InvariantCulture, $"{_fromWorker.GetClientHandleAsString()}:{_toWorker.GetClientHandleAsString()}");
    }

    /// <summary>Leaves the worker's ends of the pipes to it. Call it when the worker has started.</summary>
    public void HandOver()
    {
        _fromWorker.DisposeLocalCopyOfClientHandle();
        _toWorker.DisposeLocalCopyOfClientHandle();
    }

    /// <summary>True when the worker, which has ended, had come to the end of its command.</summary>
    public bool WasDone() => _fromWorker.ReadByte() == Done;

    /// <inheritdoc />
    public void Dispose()
    {
        _fromWorker.Dispose();
        _toWorker.Dispose();
    }

    /// <summary>In a worker: watches that the parent is there. Elsewhere it does nothing.</summary>
    public static void Serve()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split(':') is not [{ } report, { } parent])
            return;
        _worker = new AnonymousPipeClientStream(PipeDirection.Out, report);
        // A process that a plugin starts would hold it open when the worker has ended.
        InheritedHandle.Keep(_worker.SafePipeHandle);
        new Thread(() => AwaitEnd(parent)) { IsBackground = true, Name = "memti parent" }.Start();
    }

    /// <summary>In a worker: says that the command has come to its end, whatever its exit code.</summary>
    internal static void Report()
    {
        try
        {
            _worker?.WriteByte(Done);
        }
        catch (IOException)
        {
            // The parent is gone.
        }
    }

    private static void AwaitEnd(string handle)
    {
        using var parent = new AnonymousPipeClientStream(PipeDirection.In, handle);
        _ = parent.ReadByte(); // nothing is ever written: it returns when the other end is closed
        ProcessEnd.Now(1);
    }
}
