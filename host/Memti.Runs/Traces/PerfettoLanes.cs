namespace Memti.Runs.Traces;

/// <summary>Tracks for activities that may overlap: each lane holds one at a time, because slices of a track only nest.</summary>
/// <param name="file">The trace.</param>
/// <param name="name">Name of the group.</param>
/// <param name="parent">The track that the lanes lie under.</param>
internal sealed class PerfettoLanes(PerfettoStream file, string name, ulong parent)
{
    private readonly List<(ulong Track, int Activity)> _lanes = [];

    /// <summary>Begins a slice in the first lane that is free.</summary>
    public void Begin(ulong nanoseconds, int activity, string slice, long bits)
    {
        int lane = _lanes.FindIndex(static lane => lane.Activity < 0);
        if (lane < 0)
        {
            lane = _lanes.Count;
            string number = lane == 0 ? "" : FormattableString.Invariant($" {lane + 1}");
            _lanes.Add((file.AddTrack(name + number, parent), -1));
        }

        _lanes[lane] = (_lanes[lane].Track, activity);
        file.Write(PerfettoEvent.SliceBegin, nanoseconds, _lanes[lane].Track, slice, bits);
    }

    /// <summary>Ends the slice of an activity.</summary>
    public void End(ulong nanoseconds, int activity)
    {
        for (int lane = 0; lane < _lanes.Count; lane++)
        {
            if (_lanes[lane].Activity == activity)
                End(nanoseconds, lane, _lanes[lane].Track);
        }
    }

    /// <summary>Ends all slices.</summary>
    public void End(ulong nanoseconds)
    {
        for (int lane = 0; lane < _lanes.Count; lane++)
        {
            if (_lanes[lane].Activity >= 0)
                End(nanoseconds, lane, _lanes[lane].Track);
        }
    }

    private void End(ulong nanoseconds, int lane, ulong track)
    {
        file.WriteEnd(nanoseconds, track);
        _lanes[lane] = (track, -1);
    }
}
