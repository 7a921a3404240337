using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Masters.Managed;

/// <content>Frames.</content>
internal sealed partial class SystemOnChip
{
    private long _lead;

    /// <inheritdoc />
    public SimTime TimeToNextFrame
    {
        get
        {
            Guard.Check();
            return SimTime.FromPicoseconds(_hardware.Frames.TimeToNext);
        }
    }

    /// <inheritdoc />
    public int NextTask
    {
        get
        {
            Guard.Check();
            return _hardware.Frames.NextTasks[0];
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<int> NextTasks
    {
        get
        {
            Guard.Check();
            return _hardware.Frames.NextTasks;
        }
    }

    /// <inheritdoc />
    public ValueTask<Frame?> NextFrame()
    {
        Enter();
        Guard.FrameAsked();
        // Frames whose slots passed while firmware was busy are counted when it asks for the next one.
        _hardware.Frames.SkipMissed();
        if (_hardware.Frames.TimeToNext == 0)
            return new(_hardware.Frames.Take());
        _hardware.Frames.Await();
        return _completion.BeginFrame();
    }

    /// <inheritdoc />
    public ValueTask WaitBeforeNextFrame(SimTime lead)
    {
        Enter();
        if (lead < SimTime.Zero)
            throw Completion.Illegal($"to wait until {-lead.Picoseconds} ps after the start of a frame; permitted: before it");
        _lead = _hardware.Frames.TimeToNext - lead.Picoseconds;
        return _lead > 0 ? Start(Operation.Wait, -1) : default;
    }

    /// <inheritdoc />
    public void CompleteFrame()
    {
        Enter();
        if (!_hardware.Frames.Complete())
            throw Completion.Illegal("to complete a frame that was not begun, or twice");
    }

    private Progress NextOfWait() => _step++ > 0 ? Progress.Done : WaitFor(_lead);
}
