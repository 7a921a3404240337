using System.Collections.ObjectModel;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Kernel;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Frames;

/// <summary>Frames of a workload as the machine takes them: when they come, which one is open, and what became of them.</summary>
internal abstract class WorkloadFeed
{
    /// <summary>Number of frames after which the workload repeats.</summary>
    public abstract long Basis { get; }

    /// <summary>Number of frames that came so far.</summary>
    public abstract long Next { get; }

    /// <summary>Number of the last delivered frame; -1 before the first.</summary>
    public abstract long Current { get; }

    /// <summary>True while a frame is under way.</summary>
    public abstract bool IsOpen { get; }

    /// <summary>Number of frames under way.</summary>
    public virtual int OpenFrames => IsOpen ? 1 : 0;

    /// <summary>Shortest time of a completed frame in picoseconds; <see cref="long.MaxValue"/> before the first.</summary>
    public long LeastBusy { get; protected set; } = long.MaxValue;

    /// <summary>Longest time of a completed frame in picoseconds.</summary>
    public long MostBusy { get; protected set; }

    public abstract double MeanBusySeconds { get; }

    /// <summary>True when no frame is left to deliver.</summary>
    public abstract bool IsOver { get; }

    public abstract int UndeliveredDeployments { get; }

    /// <summary>The tasks of the next frame with work.</summary>
    public abstract ReadOnlyCollection<int> NextTasks { get; }

    /// <summary>Picoseconds to the next frame with work, or to the end of the workload; zero when one waits.</summary>
    public abstract long TimeToNext { get; }

    /// <summary>Picoseconds to the end of the workload; null for frames back to back.</summary>
    public abstract Int128? TimeToEnd { get; }

    /// <summary>Frames that were skipped or dropped so far.</summary>
    public abstract long SkippedFrames { get; }

    /// <summary>False for frames that come when the one before is completed.</summary>
    public abstract bool HasDeadlines { get; }

    /// <summary>Picoseconds until a frame that waits is given up; null where no such moment is known.</summary>
    public abstract long? TimeToSlotEnd { get; }

    /// <summary>
    /// Number of frames at a delivery that may be compared with an earlier one, to find periods; null at a delivery that is none.
    /// </summary>
    public abstract long? TakePoint();

    /// <summary>Number of frames that may be skipped before a special one.</summary>
    public abstract long Jumpable { get; }

    /// <summary>True for frames that tell a listener of themselves.</summary>
    public virtual bool TellsItself => false;

    /// <summary>True for a frame with a task.</summary>
    public virtual bool HasWork(long frame) => true;

    /// <summary>False while the state has no fixed length.</summary>
    public virtual bool IsJumpable => true;

    public abstract int StateLength { get; }

    /// <summary>Begins later: what came before counts as nothing.</summary>
    /// <param name="frame">The first frame that counts, where frames come at one rate; streams begin at the present moment.</param>
    public abstract void StartFrom(long frame);

    /// <summary>Skips what has passed. Drops frames under way that were never completed.</summary>
    public abstract void SkipMissed();

    /// <summary>The workload is over, and <see cref="SkipMissed"/> was called: what still waits is dropped.</summary>
    public virtual void Close()
    {
    }

    public abstract Frame Deliver();

    /// <summary>The tasks of the current frame on the first call, null afterwards: its pixels arrive once.</summary>
    public abstract ReadOnlyCollection<int>? TakeArrival();

    /// <summary>Completes the open frame.</summary>
    /// <returns>False when none is open.</returns>
    public abstract bool Complete();

    public abstract void WriteState(ref StateWriter state);

    /// <summary>Marks the start of a period.</summary>
    public abstract void Mark();

    /// <summary>Skips whole periods since the mark.</summary>
    public abstract void Jump(long frames, long periods);

    public abstract FrameCounts Counts();

    /// <summary>The current frame as a listener sees it.</summary>
    public abstract FrameRecord Record(long frame, Int128 now);

    /// <summary>Number of frames that were stepped.</summary>
    /// <param name="skipped">Frames that jumps passed, as <see cref="Next"/> counts them.</param>
    public abstract long Stepped(long skipped);

    protected void CountBusy(long busy)
    {
        LeastBusy = Math.Min(LeastBusy, busy);
        MostBusy = Math.Max(MostBusy, busy);
    }

    protected static SimTime Time(Int128 picoseconds) => SimTime.FromPicoseconds((long)picoseconds);
}
