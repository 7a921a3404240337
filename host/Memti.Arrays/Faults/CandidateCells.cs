using Memti.Abstractions.Randomness;

namespace Memti.Arrays.Faults;

/// <summary>Enumerates the candidate cells of a range, in order of their numbers.</summary>
internal ref struct CandidateCells
{
    /// <summary>Highest cell number at which a walk may start.</summary>
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

    /// <summary>Starts a walk.</summary>
    /// <param name="law">Candidate rate and block size.</param>
    /// <param name="key">Random generator.</param>
    /// <param name="first">First cell, 0 or more.</param>
    /// <param name="count">Number of cells to walk.</param>
    public CandidateCells(GeometricSkip law, Philox key, long first, long count)
    {
        (_law, _key, _from, _end) = (law, key, first, checked(first + count));
        _blockCells = 1L << law.BlockBits;
        // A walk starts at the beginning of its block, whatever the first cell: candidates before it are drawn and dropped. So a cell gets
        // the same draws in any range.
        _blockStart = first >> law.BlockBits << law.BlockBits;
        _next = GeometricSkip.Drawn;
    }

    /// <summary>Number of the current candidate.</summary>
    public long Cell { get; private set; }

    /// <summary>Uniform number between 0 and the candidate rate, which decides the fate of the candidate.</summary>
    public double Decision { get; private set; }

    /// <summary>Advances to the next candidate.</summary>
    /// <returns>False after the last candidate.</returns>
    public bool MoveNext()
    {
        while (_blockStart < _end)
        {
            if (_next == GeometricSkip.Drawn)
                Refill();
            double place = _place + _draws.Skips[_next];
            // Compared as doubles: a skip may exceed the range of a long. What is left of it is dropped, because skips are memoryless.
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
