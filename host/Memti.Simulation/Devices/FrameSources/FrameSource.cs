using System.Collections.ObjectModel;
using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Firmware;
using Memti.Simulation.Components;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Frames;
using Memti.Simulation.Kernel;
using Memti.Simulation.Ledger;
using Memti.Simulation.Traces;
using Memti.Simulation.Transfers;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Devices.FrameSources;

/// <summary>Delivers frames to the master that asks for them, writes their pixels, and lets the machine skip what repeats itself.</summary>
internal sealed class FrameSource : Component
{
    private readonly WorkloadFeed _feed;
    private readonly ActivityPlan?[] _arrivals;
    private readonly Activity _arrival;
    private readonly int _event;
    private ReadOnlyCollection<int>? _arrived;
    private ActivityPlan? _largest;
    private long _deliveries;

    /// <summary>Creates the source of a workload.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="feed">The frames.</param>
    /// <param name="layout">The system.</param>
    /// <param name="memories">Its memories.</param>
    public FrameSource(Machine machine, WorkloadFeed feed, SystemLayout layout, MemoryDevice[] memories)
        : base(machine, "frames")
    {
        _feed = feed;
        _arrivals = [.. layout.Programs.Select(program => program.InputWrite is { } write ? PlanOf(write, memories) : null)];
        _arrival = machine.NewActivity(EventPriority.Device, static () => { }, static () => { });
        _event = machine.Scheduler.Register(Due);
    }

    /// <summary>Receives the frame that <see cref="Await"/> waited for; null at the end of the workload.</summary>
    public Action<Frame?>? Delivered { get; set; }

    /// <summary>Skips whole periods at deliveries; null for a machine that steps through every frame.</summary>
    public PeriodJump? Jump { get; set; }

    /// <summary>Index of the last delivered frame; -1 before the first.</summary>
    public long Last => _feed.Current;

    /// <summary>True from the delivery of a frame to its completion.</summary>
    public bool IsOpen => _feed.IsOpen;

    /// <summary>Completion of the first frame in picoseconds since the start of the run; null before it.</summary>
    public Int128? FirstCompleted { get; private set; }

    /// <summary>Picoseconds to the end of the workload; null for frames back to back.</summary>
    public Int128? TimeToEnd => _feed.TimeToEnd;

    /// <summary>True after a master has received the end of the workload.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Picoseconds to the start of the next frame with work, or to the end of the workload; zero when a frame waits.</summary>
    public long TimeToNext => _feed.TimeToNext;

    /// <summary>Tasks of the next frame with work.</summary>
    public ReadOnlyCollection<int> NextTasks => _feed.NextTasks;

    /// <summary>The listener that hears of frames from here; null where the frames tell of themselves.</summary>
    private IMachineListener? Told => _feed.TellsItself ? null : Machine.Listener;

    /// <inheritdoc />
    public override int StateLength => _feed.StateLength;

    /// <inheritdoc />
    public override bool IsJumpable => _feed.IsJumpable;

    /// <summary>Counts frames whose slots have passed. A frame that is open counts as skipped.</summary>
    public void SkipMissed()
    {
        (bool wasOpen, long open, long first) = (IsOpen, Last, _feed.Next);
        _feed.SkipMissed();
        if (Told is { } listener)
            TellSkipped(listener, wasOpen ? open : -1, first);
    }

    /// <summary>Calls <see cref="Delivered"/> when the next frame with work starts, or when the workload ends.</summary>
    public void Await() => Machine.Scheduler.Schedule(checked(Machine.Now + TimeToNext), EventPriority.Device, _event);

    /// <summary>Delivers the frame that is due.</summary>
    /// <returns>Null at the end of the workload.</returns>
    public Frame? Take()
    {
        if (_feed.IsOver)
        {
            IsOver = true;
            return null;
        }

        Pass();
        Frame frame = _feed.Deliver();
        // A deployment happens once: no period may contain it.
        if (frame.Deployed >= 0 || frame.SharedDeployed)
            Jump?.Disturb();
        Housekeep();
        if (Told is { } listener)
            Tell(listener, frame.Index, FrameStep.Delivered);
        return frame;
    }

    /// <summary>
    /// Closes the energy of the frame before, and looks whether the machine is in a state that it was in before: then whole periods are
    /// skipped.
    /// </summary>
    public void Pass()
    {
        // Settle before the frame changes: all energy up to this delivery belongs to the frame before.
        Machine.Settle();
        // What follows the power does so at each frame, whether or not states are compared: sums of doubles depend on their parts.
        if (Machine.Grid.Meter.Follower is not null)
            Machine.Grid.Meter.MoveTo(Machine.Now);
        Machine.Ledger.EndFrame(_feed.Current);
        if (_feed.TakePoint() is { } point)
            Jump?.Pass(point);
    }

    /// <summary>The same at an event of streams, which may deliver no frame.</summary>
    public void PassEvent()
    {
        Pass();
        Housekeep();
    }

    /// <summary>A master has received the end of the workload.</summary>
    public void EndReached() => IsOver = true;

    /// <summary>The workload ends while there is nobody to receive its end.</summary>
    public void Close()
    {
        SkipMissed();
        _feed.Close();
        IsOver = true;
    }

    /// <inheritdoc />
    public override void OnSupplyLost() => Machine.Scheduler.Cancel(_event);

    /// <summary>Completes the open frame, which is compared with its deadline.</summary>
    /// <returns>False when none is open.</returns>
    public bool Complete()
    {
        if (!_feed.Complete())
            return false;
        NoteCompletion();
        if (Told is { } listener)
            Tell(listener, Last, FrameStep.Completed);
        return true;
    }

    /// <summary>Notes that a frame was completed.</summary>
    public void NoteCompletion() => FirstCompleted ??= Machine.Clock.Elapsed;

    /// <summary>Writes the pixels of a frame of one task into their memory, as <see cref="Arrive()"/> does.</summary>
    public void Arrive(int task)
    {
        if (_arrivals[task] is { } arrival)
            _arrival.Begin(arrival, task: -1);
    }

    /// <summary>
    /// Writes the frame into its memory, when its first inference begins. The camera's DMA has written it by then, in parallel to other
    /// work. It is posted once, with the size of the task that needs most, and takes no time.
    /// </summary>
    public void Arrive()
    {
        if (_feed.TakeArrival() is not { } tasks)
            return;
        // Frames with the same entry of the pattern have the same list.
        if (tasks != _arrived)
            (_arrived, _largest) = (tasks, LargestOf(tasks));
        if (_largest is not null)
            _arrival.Begin(_largest, task: -1);
    }

    /// <inheritdoc />
    public override void WriteState(ref StateWriter state) => _feed.WriteState(ref state);

    /// <inheritdoc />
    public override void Mark() => _feed.Mark();

    /// <inheritdoc />
    public override long Repeatable(Period period, long times) => Math.Min(times, _feed.Jumpable / period.Frames);

    /// <inheritdoc />
    public override void Repeat(Period period, long times)
    {
        _feed.Jump(times * period.Frames, times);
        Machine.Options.Progress?.Report(_feed.Next);
    }

    private static ActivityPlan PlanOf(WriteRecipe write, MemoryDevice[] memories)
    {
        MemoryDevice target = memories[write.Target.Memory];
        return new()
        {
            Kind = ActivityKind.Arrival,
            Users = write.Users,
            Joules = write.Joules,
            Duration = 0,
            Postings = [new(target.Id, EnergyCause.Input, write.Energy)],
            Effects = [new MemoryAccess(target, TransferDirection.Write, write.Bits, write.Busy) { Region = WearBook.Input }],
            Bits = write.Bits,
        };
    }

    /// <summary>The arrival of the task that needs most pixels; null where none is modelled.</summary>
    private ActivityPlan? LargestOf(ReadOnlyCollection<int> tasks)
    {
        ActivityPlan? largest = null;
        foreach (int task in tasks)
        {
            if (_arrivals[task] is { } arrival && arrival.Bits > (largest?.Bits ?? 0))
                largest = arrival;
        }

        return largest;
    }

    private void Due()
    {
        if (_feed.TimeToNext == 0)
        {
            Delivered!(Take());
            return;
        }

        // A wait longer than events can tell, which comes in parts.
        Machine.RebaseWhenLong();
        Await();
    }

    private void Housekeep()
    {
        if (++_deliveries % Machine.Options.ProgressEvery == 0)
            Machine.Options.Progress?.Report(_feed.Current);
        Machine.RebaseWhenLong();
    }

    private void TellSkipped(IMachineListener listener, long open, long first)
    {
        if (open >= 0)
            Tell(listener, open, FrameStep.Skipped);
        for (long frame = first; frame < _feed.Next; frame++)
        {
            if (_feed.HasWork(frame))
                Tell(listener, frame, FrameStep.Skipped);
        }
    }

    private void Tell(IMachineListener listener, long frame, FrameStep step)
    {
        Int128 now = Machine.Clock.Elapsed;
        listener.Frame(now, _feed.Record(frame, now), step);
    }
}
