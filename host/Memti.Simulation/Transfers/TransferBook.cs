using Memti.Abstractions.Accelerators;
using Memti.Simulation.Kernel;

namespace Memti.Simulation.Transfers;

/// <summary>Counts the transfers of each memory: number, bits and time at the memory's own rate.</summary>
internal sealed class TransferBook(Tally tally, int memories)
{
    private const int Sums = 3;

    private readonly int _first = tally.Reserve(memories * 2 * Sums);

    public void Add(Part part, TransferDirection direction, long bits, long busy)
    {
        int entry = Entry(part.Memory, direction);
        tally.Add(entry, 1);
        tally.Add(entry + 1, bits);
        tally.Add(entry + 2, busy);
    }

    public IEnumerable<MemoryTransfers> Of(Part part) => Enum.GetValues<TransferDirection>().Select(direction => Of(part, direction));

    private MemoryTransfers Of(Part part, TransferDirection direction)
    {
        int entry = Entry(part.Memory, direction);
        return new(part.Unit.Name, direction, (long)tally[entry], tally[entry + 1], tally[entry + 2]);
    }

    private int Entry(int memory, TransferDirection direction) => _first + (2 * memory + (int)direction) * Sums;
}
