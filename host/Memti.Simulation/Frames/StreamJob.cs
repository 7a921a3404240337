namespace Memti.Simulation.Frames;

/// <summary>A frame of a stream on its way: it waits, is under way, is done or was dropped.</summary>
internal sealed class StreamJob
{
    /// <summary>Index of the stream.</summary>
    public required int Stream { get; init; }

    /// <summary>Number in the stream.</summary>
    public required long Number { get; set; }

    /// <summary>Moment of its arrival in picoseconds since the start of the run.</summary>
    public required Int128 Arrived { get; set; }

    /// <summary>Moment of its deadline; <see cref="Int128.MaxValue"/> for none.</summary>
    public required Int128 Deadline { get; set; }

    /// <summary>The frames that it needs, by place in the stream's needs; null where none had arrived.</summary>
    public required StreamJob?[] Needs { get; init; }

    /// <summary>Moment at which it began; meaningful once it is under way.</summary>
    public Int128 Started { get; set; }

    /// <summary>The accelerator that works on it.</summary>
    public int Accelerator { get; set; } = -1;

    /// <summary>How it stands.</summary>
    public StreamJobState State { get; set; }

    /// <summary>Moves it along with skipped periods.</summary>
    public void Shift(Int128 time, long frames)
    {
        (Arrived, Started, Number) = (Arrived + time, Started + time, Number + frames);
        if (Deadline != Int128.MaxValue)
            Deadline += time;
    }
}
