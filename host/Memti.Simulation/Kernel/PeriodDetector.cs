namespace Memti.Simulation.Kernel;

/// <summary>
/// Detects when a run returns to an earlier state. Keeps one earlier state at a time, for a span that doubles, like Brent's cycle search
/// (BIT 20, 1980). It finds any period in memory for two states.
/// </summary>
internal sealed class PeriodDetector(int length, long basis)
{
    private readonly long[] _marked = new long[length];
    private readonly long[] _present = new long[length];
    private bool _isMarked;
    private long _frame;
    private long _span;
    private long _steps;

    /// <summary>Buffer for the present state.</summary>
    public Span<long> Present => _present;

    /// <summary>True when whole patterns have passed since the mark; states do not contain the position in the pattern.</summary>
    public bool Compares(long frame) => _isMarked && (frame - _frame) % basis == 0;

    /// <summary>Number of frames since the mark if the present state equals the marked one, otherwise 0.</summary>
    public long PeriodTo(long frame) => _present.AsSpan().SequenceEqual(_marked) ? frame - _frame : 0;

    /// <summary>True when the present state should become the mark.</summary>
    public bool WantsMark()
    {
        if (_isMarked && ++_steps < _span)
            return false;
        _span = _isMarked ? 2 * _span : 1;
        return true;
    }

    public void Mark(long frame)
    {
        _present.CopyTo(_marked, 0);
        (_isMarked, _frame, _steps) = (true, frame, 0);
    }

    public void Reset() => _isMarked = false;
}
