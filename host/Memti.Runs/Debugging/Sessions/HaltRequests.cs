namespace Memti.Runs.Debugging.Sessions;

/// <summary>Requests to halt a target, which come from another thread than the one that runs it.</summary>
internal sealed class HaltRequests
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;
    private long _count;

    /// <summary>Requests so far.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Asks for a halt.</summary>
    public void Request()
    {
        lock (_gate)
        {
            _count++;
            _running?.Cancel();
        }
    }

    /// <summary>Runs something that a request halts.</summary>
    /// <param name="seen">
    /// <see cref="Count"/> when the debugger asked for the run: a request since then halts it at once, an older one does not.
    /// </param>
    /// <param name="run">The work.</param>
    /// <param name="outer">Halts it as well.</param>
    public T During<T>(long seen, Func<CancellationToken, T> run, CancellationToken outer)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        Begin(seen, source);
        try
        {
            return run(source.Token);
        }
        finally
        {
            lock (_gate)
                _running = null;
        }
    }

    private void Begin(long seen, CancellationTokenSource source)
    {
        lock (_gate)
        {
            _running = source;
            if (_count != seen)
                source.Cancel();
        }
    }
}
