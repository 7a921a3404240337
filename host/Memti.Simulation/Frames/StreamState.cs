using Memti.Simulation.Kernel;

namespace Memti.Simulation.Frames;

/// <summary>Writes how the frames of streams stand, relative to the start of the present hyperperiod.</summary>
/// <param name="origin">That start, in picoseconds since the start of the run.</param>
internal readonly struct StreamState(Int128 origin)
{
    /// <summary>Frames of a stream whose state has a place; with more of them, runs are stepped.</summary>
    public const int MostWaiting = 8;

    private const long None = -1;
    private const long Done = -2;
    private const long Dropped = -3;

    // Times are shifted, so that no moment before the origin is taken for one of the words above.
    private const long Shift = 1L << 62;

    /// <summary>Numbers that a stream takes.</summary>
    public static int LengthOf(int needs) => 3 + (MostWaiting * (1 + needs));

    public void Write(ref StateWriter state, long next, long owed, StreamJob? newest, IReadOnlyList<StreamJob> waiting, int needs)
    {
        state.Write(next);
        state.Write(owed);
        state.Write(StandOf(newest));
        for (int place = 0; place < MostWaiting; place++)
        {
            StreamJob? job = place < waiting.Count ? waiting[place] : null;
            state.Write(StandOf(job));
            for (int need = 0; need < needs; need++)
                state.Write(StandOf(job?.Needs[need]));
        }
    }

    /// <summary>A frame as one number: when it arrived, or what became of it.</summary>
    public long StandOf(StreamJob? job) => job?.State switch
    {
        null => None,
        StreamJobState.Done => Done,
        StreamJobState.Dropped => Dropped,
        _ => (long)(job.Arrived - origin) + Shift,
    };
}
