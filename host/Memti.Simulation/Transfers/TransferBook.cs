using Memti.Abstractions.Accelerators;
using Memti.Simulation.Components;
using Memti.Simulation.Kernel;

namespace Memti.Simulation.Transfers;

/// <summary>Counts the transfers of one memory: number, bits and time at the memory's own rate.</summary>
internal sealed class TransferBook(Tally tally, string memory)
{
    private const int Sums = 3;

    private readonly int _first = tally.Reserve(2 * Sums);

    public void Add(TransferDirection direction, long bits, long busy) => tally.Count(Entry(direction), bits, busy);

    /// <summary>The same as <see cref="Add"/>, for the plan of an activity.</summary>
    public ActivityCount CountOf(TransferDirection direction, long bits, long busy) => new(Entry(direction), bits, busy);

    public IEnumerable<MemoryTransfers> Result() => Enum.GetValues<TransferDirection>().Select(Result);

    private MemoryTransfers Result(TransferDirection direction)
    {
        int entry = Entry(direction);
        return new(memory, direction, (long)tally[entry], tally[entry + 1], tally[entry + 2]);
    }

    private int Entry(TransferDirection direction) => _first + ((int)direction * Sums);
}
