using Memti.Abstractions.Diagnostics;
using Memti.Simulation.Codes;

namespace Memti.Simulation.Masters.Managed;

/// <summary>Detects firmware that leaves its thread or makes no progress, and exposes a heartbeat.</summary>
internal sealed class Guard(int mostAtOneMoment)
{
    // More than any firmware does for one frame, and few enough to end within seconds.
    private const int MostWithoutFrame = 1_000_000;

    private int _thread;
    private int _atThisMoment;
    private int _withoutFrame;
    private long _beats;
    private MemtiException? _fault;
    private CancellationToken _cancellation;

    /// <summary>Increases while firmware and simulator make progress. May be read on any thread.</summary>
    public long Beats => Volatile.Read(ref _beats);

    public void Open(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _thread = Environment.CurrentManagedThreadId;
    }

    /// <summary>Refuses all further calls of the firmware.</summary>
    public void Close() => _fault ??= Completion.Illegal("the run is over");

    public void TimePassed() => _atThisMoment = 0;

    /// <summary>The managed firmware asked for a frame.</summary>
    public void FrameAsked() => _withoutFrame = 0;

    /// <summary>Counts one operation or query of the firmware, which must come from the thread of the run.</summary>
    public void Check()
    {
        if (Environment.CurrentManagedThreadId != _thread)
            throw Elsewhere();
        Count();
    }

    /// <summary>Counts one operation of managed firmware as <see cref="Check"/> does, and those since it last asked for a frame.</summary>
    public void CheckOperation()
    {
        Check();
        if (++_withoutFrame > MostWithoutFrame)
            throw _fault = NoFrame();
    }

    /// <summary>Counts one event, which only the run itself dispatches.</summary>
    public void Count()
    {
        if (_fault is not null)
            throw _fault;
        Volatile.Write(ref _beats, _beats + 1);
        // Every 4096 beats only, to keep the hot path short.
        if ((_beats & 0xFFF) == 0)
            _cancellation.ThrowIfCancellationRequested();
        if (++_atThisMoment > mostAtOneMoment)
            throw _fault = NoProgress();
    }

    private static MemtiException Elsewhere() =>
        new(SimulationCodes.FirmwareStalled, "The firmware came back on another thread: it awaited something outside simulated time.");

    private static MemtiException NoFrame() =>
        new(SimulationCodes.NoProgress, $"The firmware asked {MostWithoutFrame} times for something, and never for a frame.");

    private MemtiException NoProgress() =>
        new(SimulationCodes.NoProgress, $"The firmware asked {mostAtOneMoment} times for something at one moment of simulated time.");
}
