using Memti.Abstractions.Randomness;

namespace Memti.Arrays.Faults;

/// <summary>Walks the candidates of a range of cells in order.</summary>
internal ref struct CandidateCells
{
    /// <summary>The furthest cell that a walk may start at.</summary>
    public const long MostCells = 1L << 62;

    private readonly GeometricSkip _law;
    private readonly Philox _key;
    private readonly long _end;
    private readonly double _blockCells;
    private long _blockStart;
    private readonly long _from;
    private double _place;
    private uint _drawn;
    private int _next;
    private GeometricSkip.Draws _draws;

    /// <param name="law">How often cells are candidates.</param>
    /// <param name="key">The generator.</param>
    /// <param name="first">First cell, 0 or more.</param>
    /// <param name="count">Cells to walk.</param>
    public CandidateCells(GeometricSkip law, Philox key, long first, long count)
    {
        (_law, _key, _from, _end) = (law, key, first, checked(first + count));
        _blockCells = 1L << law.BlockBits;
        _blockStart = first >> law.BlockBits << law.BlockBits;
        _next = GeometricSkip.Drawn;
    }

    /// <summary>The candidate.</summary>
    public long Cell { get; private set; }

    /// <summary>A number between 0 and the rate, uniform: what becomes of the candidate.</summary>
    public double Decision { get; private set; }

    /// <summary>Goes to the next candidate.</summary>
    /// <returns>False beyond the last.</returns>
    public bool MoveNext()
    {
        while (_blockStart < _end)
        {
            if (_next == GeometricSkip.Drawn)
                Refill();
            double place = _place + _draws.Skips[_next];
            if (place >= _blockCells)
            {
                EnterBlock(_blockStart + (1L << _law.BlockBits));
                continue;
            }

            Decision = _draws.Decisions[_next++];
            _place = place + 1;
            Cell = _blockStart + (long)place;
            if (Cell >= _from)
                return Cell < _end;
        }

        return false;
    }

    private void EnterBlock(long start)
    {
        _blockStart = start;
        _place = 0;
        _drawn = 0;
        _next = GeometricSkip.Drawn;
    }

    private void Refill()
    {
        _law.Draw(_key, (ulong)(_blockStart >> _law.BlockBits), _drawn, ref _draws);
        _drawn += GeometricSkip.Drawn;
        _next = 0;
    }
}
