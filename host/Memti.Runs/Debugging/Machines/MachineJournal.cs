using Memti.Runs.Listening;
using Memti.Simulation.Traces;

namespace Memti.Runs.Debugging.Machines;

/// <summary>What firmware has done so far that its registers do not tell: frames, tasks and marks.</summary>
internal sealed class MachineJournal : MachineListener
{
    /// <summary>Marks that are kept.</summary>
    private const int KeptMarks = 16;

    private readonly Queue<(Int128 Time, uint Value)> _marks = [];
    private readonly Dictionary<int, Int128> _taskTimes = [];
    private Int128 _taskSince;

    /// <summary>The present task; -1 for none.</summary>
    public int PresentTask { get; private set; } = -1;

    /// <summary>Frames that firmware received.</summary>
    public long Delivered { get; private set; }

    /// <summary>Frames that it completed.</summary>
    public long Completed { get; private set; }

    /// <summary>Frames that were dropped.</summary>
    public long Dropped { get; private set; }

    /// <summary>The frame that was received and is not completed; null for none.</summary>
    public FrameRecord? OpenFrame { get; private set; }

    /// <summary>The last marks, the oldest first.</summary>
    public IReadOnlyCollection<(Int128 Time, uint Value)> Marks => _marks;

    /// <summary>Time for which energy was posted to a task.</summary>
    /// <param name="task">Index of the task; -1 for the time outside any.</param>
    /// <param name="now">The moment.</param>
    public Int128 TimeOf(int task, Int128 now) => _taskTimes.GetValueOrDefault(task) + (task == PresentTask ? now - _taskSince : 0);

    /// <inheritdoc/>
    public override void Frame(Int128 time, in FrameRecord frame, FrameStep step)
    {
        OpenFrame = step == FrameStep.Delivered ? frame : null;
        Delivered += step == FrameStep.Delivered ? 1 : 0;
        Completed += step == FrameStep.Completed ? 1 : 0;
        Dropped += step == FrameStep.Skipped ? 1 : 0;
    }

    /// <inheritdoc/>
    public override void Task(Int128 time, int task)
    {
        _taskTimes[PresentTask] = TimeOf(PresentTask, time);
        (PresentTask, _taskSince) = (task, time);
    }

    /// <inheritdoc/>
    public override void Mark(Int128 time, uint value)
    {
        _marks.Enqueue((time, value));
        if (_marks.Count > KeptMarks)
            _marks.Dequeue();
    }
}
