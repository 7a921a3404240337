using System.Runtime.CompilerServices;
using Memti.Simulation.Kernel;

namespace Memti.Simulation.Ledger;

/// <summary>Energy by component, cause and task in whole rontojoules, each posted once; also by frame, where somebody listens.</summary>
internal sealed class EnergyLedger
{
    public static readonly int Causes = Enum.GetValues<EnergyCause>().Length;

    private readonly Tally _tally;
    private readonly int _first;
    private readonly int _components;
    private readonly int _columns;
    private readonly FrameTrace? _trace;
    private readonly Int128[] _traced;
    private readonly EnergyPosting[] _postings;

    public EnergyLedger(Tally tally, int components, int tasks, FrameTrace? trace)
    {
        (_tally, _components, _columns, _trace) = (tally, components, tasks + 1, trace);
        int entries = components * Causes * _columns;
        _first = tally.Reserve(entries);
        _traced = trace is null ? [] : new Int128[entries];
        _postings = new EnergyPosting[_traced.Length];
    }

    public Int128 Total => Postings().Aggregate(Int128.Zero, static (sum, posting) => sum + posting.Rontojoules);

    // Whole rontojoules (1e-27 J = 1 fW x 1 ps): integer sums do not depend on the order of postings, and a jump multiplies them exactly.
    public void Post(int component, EnergyCause cause, int task, Int128 rontojoules)
    {
        // Column 0 is energy outside any task (task -1), so every task index is shifted by one.
        Add(Row(component, cause) + task + 1, rontojoules);
    }

    /// <summary>Posts energies to a task.</summary>
    /// <param name="shares">The energies.</param>
    /// <param name="task">The task; -1 for none.</param>
    public void Post(ReadOnlySpan<EnergyShare> shares, int task)
    {
        foreach (ref readonly EnergyShare share in shares)
            Add(Row(share.Component, share.Cause) + task + 1, share.Rontojoules);
    }

    /// <summary>Posts a power over some time of each task.</summary>
    /// <param name="component">The component that draws it.</param>
    /// <param name="cause">Its cause.</param>
    /// <param name="femtowatts">The power.</param>
    /// <param name="columns">Columns of <paramref name="times"/> that are not zero.</param>
    /// <param name="times">Time by task in picoseconds, from the time outside any task on; shape [tasks + 1].</param>
    public void Post(int component, EnergyCause cause, long femtowatts, ReadOnlySpan<int> columns, ReadOnlySpan<long> times)
    {
        int row = Row(component, cause);
        foreach (int column in columns)
            Add(row + column, Math.BigMul(femtowatts, times[column]));
    }

    /// <summary>Posted energy of one component.</summary>
    public Int128 EnergyOf(int component)
    {
        Int128 sum = 0;
        int first = _first + (component * Causes * _columns);
        for (int entry = 0; entry < Causes * _columns; entry++)
            sum += _tally[first + entry];
        return sum;
    }

    /// <summary>Closes the energy of one frame; -1 closes the energy before the first frame.</summary>
    public void EndFrame(long frame)
    {
        if (_trace is not null)
            Stream(frame);
    }

    public IEnumerable<EnergyPosting> Postings()
    {
        for (int entry = 0; entry < _components * Causes * _columns; entry++)
        {
            if (_tally[_first + entry] != 0)
                yield return Posting(entry, _tally[_first + entry]);
        }
    }

    /// <summary>First entry of a component and cause; the columns follow.</summary>
    private int Row(int component, EnergyCause cause) => ((component * Causes) + (int)cause) * _columns;

    // Dozens per frame.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int entry, Int128 rontojoules)
    {
        _tally.Add(_first + entry, rontojoules);
        if (_traced.Length > 0)
            _traced[entry] += rontojoules;
    }

    private void Stream(long frame)
    {
        int count = 0;
        for (int entry = 0; entry < _traced.Length; entry++)
        {
            if (_traced[entry] != 0)
                _postings[count++] = Posting(entry, _traced[entry]);
        }

        if (count == 0)
            return;
        Array.Clear(_traced);
        _trace!(frame, _postings.AsSpan(0, count));
    }

    private EnergyPosting Posting(int entry, Int128 rontojoules)
    {
        (int row, int column) = Math.DivRem(entry, _columns);
        return new(row / Causes, (EnergyCause)(row % Causes), column - 1, rontojoules);
    }
}
