using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace HelloMemory;

/// <summary>Chips with the figures of a data sheet, multiplied by their number.</summary>
/// <param name="options">Options from the scenario.</param>
public sealed class FerroelectricMemory(FerroelectricOptions options) : IMemoryModel
{
    private const int WordBits = 16;
    private const long ChipBits = 4L * 1024 * 1024;

    /// <inheritdoc />
    public MemoryFigures Size(MemoryRequest request)
    {
        DataSize capacity = DataSize.FromBits(ChipBits * options.Chips);
        if (request.Size > capacity)
            throw new MemtiException(
                DiagnosticCode.CapacityExceeded,
                $"the contents exceed {options.Chips} chips by {(request.Size - capacity).Bytes} bytes.");
        return Figures(capacity, request.Size);
    }

    private MemoryFigures Figures(DataSize capacity, DataSize used) => new()
    {
        Capacity = capacity,
        Cells = capacity.Bits,
        CellsUsed = used.Bits,
        OnChip = false,
        Volatile = false,
        Read = Rate,
        Write = Rate,
        ReadPerBit = PerBit,
        WritePerBit = PerBit,
        OnPower = options.Standby * options.Chips,
        WakeLatency = options.PowerUp,
        Endurance = options.Endurance,
        WearPerRead = 1, // a read destroys what it reads; the cycle has the write-back in it
        Organisation = $"{options.Chips} chips of 256 K x 16",
        Status = NumberStatus.Derived,
    };

    private Bandwidth Rate => Bandwidth.FromBytesPerSecond(WordBits / 8.0 / options.Cycle.Seconds * options.Chips);

    // On top of the standby power, which the simulator posts for as long as the chips are on.
    private Energy PerBit => (options.Active - options.Standby) * options.Cycle / WordBits;
}
