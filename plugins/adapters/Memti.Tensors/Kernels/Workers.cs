namespace Memti.Tensors.Kernels;

/// <summary>
/// A fixed number of threads, including the caller, that share the chunks of one piece of work. Any thread may take any chunk, so chunks
/// must be independent; results then do not depend on the number of threads.
/// </summary>
internal sealed unsafe class Workers : IDisposable
{
    /// <summary>Spins before an idle thread sleeps: about the time between two pieces of a training step. Moves speed alone.</summary>
    private const int Spins = 2000;

    /// <summary>Pause instructions per spin.</summary>
    private const int PausesPerSpin = 10;

    private readonly SemaphoreSlim _wake = new(0);
    private readonly Thread[] _threads;
    private delegate*<void*, int, void> _work;
    private void* _context;
    private int _total;
    private int _finished;
    private int _sleeping;
    private volatile bool _ended;

    /// <summary>
    /// Number of the piece in the upper half, untaken chunks in the lower half. A late thread cannot take a chunk of the wrong piece.
    /// </summary>
    private long _ticket;

    public Workers(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _threads = new Thread[count - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            _threads[i] = new Thread(static self => ((Workers)self!).Serve()) { IsBackground = true, Name = "Memti.Tensors" };
            _threads[i].Start(this);
        }
    }

    /// <summary>Number of threads, including the caller.</summary>
    public int Count => _threads.Length + 1;

    /// <summary>Calls <paramref name="work"/> for 0 to <paramref name="chunks"/> - 1 and returns when all calls have returned.</summary>
    public void Run(int chunks, delegate*<void*, int, void> work, void* context)
    {
        if (_threads.Length == 0 || chunks <= 1)
        {
            for (int chunk = 0; chunk < chunks; chunk++)
                work(context, chunk);
            return;
        }

        // Work and context are written before the ticket that announces them; the interlocked write orders them.
        _work = work;
        _context = context;
        _total = chunks;
        Volatile.Write(ref _finished, 0);
        Interlocked.Exchange(ref _ticket, ((long)((ulong)_ticket >> 32) + 1 << 32) | (uint)chunks);
        int asleep = Volatile.Read(ref _sleeping);
        if (asleep > 0)
            _wake.Release(asleep);
        while (TryRunOne())
        {
        }

        SpinWait wait = default;
        // Never sleep1: a sleeping caller would add a millisecond to a piece that takes less.
        while (Volatile.Read(ref _finished) != chunks)
            wait.SpinOnce(sleep1Threshold: -1);
    }

    public void Dispose()
    {
        if (_ended)
            return;
        _ended = true;
        _wake.Release(_threads.Length + 1);
        foreach (Thread thread in _threads)
            thread.Join();
        _wake.Dispose();
    }

    private bool TryRunOne()
    {
        while (true)
        {
            long ticket = Volatile.Read(ref _ticket);
            int left = (int)(ticket & uint.MaxValue);
            if (left == 0)
                return false;
            // Read before the ticket is taken. If the ticket has not changed by then, these belong to its piece.
            delegate*<void*, int, void> work = _work;
            void* context = _context;
            int total = _total;
            if (Interlocked.CompareExchange(ref _ticket, ticket - 1, ticket) != ticket)
                continue;
            work(context, total - left);
            Interlocked.Increment(ref _finished);
            return true;
        }
    }

    private void Serve()
    {
        while (!_ended)
        {
            while (TryRunOne())
            {
            }

            if (!IsWorkSoon())
                Sleep();
        }
    }

    private bool IsWorkSoon()
    {
        for (int spin = 0; spin < Spins && !_ended; spin++)
        {
            if ((Volatile.Read(ref _ticket) & uint.MaxValue) != 0)
                return true;
            Thread.SpinWait(PausesPerSpin);
        }

        return false;
    }

    private void Sleep()
    {
        Interlocked.Increment(ref _sleeping);
        // Checked again after announcing the sleep, so that a piece that began in between is not missed.
        if ((Volatile.Read(ref _ticket) & uint.MaxValue) == 0 && !_ended)
            _wake.Wait();
        Interlocked.Decrement(ref _sleeping);
    }
}
