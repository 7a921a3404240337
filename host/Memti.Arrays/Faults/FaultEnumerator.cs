using Memti.Abstractions.Cells;

namespace Memti.Arrays.Faults;

/// <summary>Enumerates the misreads of a range of cells, in order of their numbers.</summary>
public ref struct FaultEnumerator
{
    private readonly MisreadTable _misreads;
    private readonly ReadOnlySpan<byte> _levels;
    private readonly long _firstCell;
    private CandidateCells _candidates;

    internal FaultEnumerator(MisreadTable misreads, GeometricSkip? law, ReadOnlySpan<byte> levels, FaultSeed seed, long firstCell)
    {
        _misreads = misreads;
        _levels = levels;
        _firstCell = firstCell;
        if (law is GeometricSkip skips)
            _candidates = new CandidateCells(skips, seed.Generator, firstCell, levels.Length);
    }

    /// <summary>The current misread cell.</summary>
    public CellFault Current { get; private set; }

    /// <summary>Returns the walk itself, for <c>foreach</c>.</summary>
    public readonly FaultEnumerator GetEnumerator() => this;

    /// <summary>Advances to the next misread cell.</summary>
    /// <returns>False after the last misread cell.</returns>
    public bool MoveNext()
    {
        while (_candidates.MoveNext())
        {
            byte stored = _levels[(int)(_candidates.Cell - _firstCell)];
            int read = _misreads.Read(stored, _candidates.Decision);
            if (read >= 0)
            {
                Current = new CellFault(_candidates.Cell, stored, (byte)read);
                return true;
            }
        }

        return false;
    }
}
