namespace Memti.Simulation.Contents;

/// <summary>Ranges of bytes that somebody has written: ordered, apart, and merged where they meet.</summary>
internal sealed class WrittenRanges
{
    private readonly List<(long Start, long End)> _ranges = [];

    /// <summary>The ranges, from the first byte to the one after the last.</summary>
    public IReadOnlyList<(long Start, long End)> All => _ranges;

    public void Clear() => _ranges.Clear();

    public void Add(long start, long count)
    {
        if (count <= 0)
            return;
        long end = start + count;
        // The first range that ends at or after the start, and the first one that begins after the end: what lies between is merged.
        int first = FirstThatEndsFrom(start);
        int last = first;
        for (; last < _ranges.Count && _ranges[last].Start <= end; last++)
            (start, end) = (Math.Min(start, _ranges[last].Start), Math.Max(end, _ranges[last].End));
        if (last == first + 1)
        {
            _ranges[first] = (start, end);
            return;
        }

        _ranges.RemoveRange(first, last - first);
        _ranges.Insert(first, (start, end));
    }

    /// <summary>Finds the first part of a range that nobody has written.</summary>
    /// <param name="start">First byte of the range.</param>
    /// <param name="end">The byte after its last.</param>
    /// <param name="gapStart">First byte of the part.</param>
    /// <param name="gapEnd">The byte after its last.</param>
    /// <returns>False when all of the range was written.</returns>
    public bool TryFindGap(long start, long end, out long gapStart, out long gapEnd)
    {
        (gapStart, gapEnd) = (start, end);
        for (int place = FirstThatEndsFrom(start + 1); place < _ranges.Count && _ranges[place].Start < end; place++)
        {
            if (_ranges[place].Start > gapStart)
            {
                gapEnd = _ranges[place].Start;
                return true;
            }

            gapStart = _ranges[place].End;
        }

        return gapStart < end;
    }

    /// <summary>Index of the first range whose end is not before a byte.</summary>
    private int FirstThatEndsFrom(long start)
    {
        (int low, int high) = (0, _ranges.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _ranges[middle].End < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
