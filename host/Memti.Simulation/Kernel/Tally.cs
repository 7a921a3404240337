namespace Memti.Simulation.Kernel;

/// <summary>
/// All sums of a run in one array of integers, so that a jump over equal periods multiplies all of them exactly.
/// </summary>
internal sealed class Tally
{
    private Int128[] _values = [];
    private Int128[] _marked = [];

    public Int128 this[int index] => _values[index];

    /// <summary>Value of a sum at the mark.</summary>
    public Int128 Marked(int index) => _marked[index];

    /// <summary>Reserves a block of sums. Call it before the run only.</summary>
    /// <returns>Index of the block's first sum.</returns>
    public int Reserve(int count)
    {
        int first = _values.Length;
        Array.Resize(ref _values, first + count);
        _marked = new Int128[_values.Length];
        return first;
    }

    public void Add(int index, Int128 amount) => _values[index] += amount;

    /// <summary>Counts one thing of some size and time, in three consecutive sums.</summary>
    /// <param name="first">Index of the number of things; the sums of sizes and of times follow.</param>
    /// <param name="size">Its size.</param>
    /// <param name="time">Its time.</param>
    public void Count(int first, long size, long time)
    {
        Span<Int128> sums = _values.AsSpan(first, 3);
        sums[0] += 1;
        sums[1] += size;
        sums[2] += time;
    }

    /// <summary>Marks every sum as the start of a period.</summary>
    public void Mark() => _values.CopyTo(_marked, 0);

    /// <summary>Repeats what was added since the mark <paramref name="times"/> more times.</summary>
    public void Repeat(long times)
    {
        for (int index = 0; index < _values.Length; index++)
            // Exact in integers. Doubles would give another sum than stepping through the same periods.
            _values[index] += (_values[index] - _marked[index]) * times;
    }
}
