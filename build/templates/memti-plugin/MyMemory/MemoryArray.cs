namespace MyMemoryNamespace;

/// <summary>Computes figures from contents. Pure: the same options and request give the same figures.</summary>
/// <param name="options">Options from the scenario.</param>
public sealed class MemoryArray(MemoryOptions options) : IMemoryModel
{
    private const int WordBits = 64;

    // Replace with yours.
    private static readonly Energy ReadPerBit = Energy.FromPicojoules(0.5);
    private static readonly Energy WritePerBit = Energy.FromPicojoules(5);
    private static readonly Area CellArea = Area.FromSquareMicrometres(0.05);

    /// <inheritdoc />
    public MemoryFigures Size(MemoryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        DataSize capacity = request.Provision(request.Size, DataSize.FromBits((long)(options.Capacity * 1024 * 8)));
        return new MemoryFigures
        {
            Capacity = capacity,
            Cells = capacity.Bits,
            CellsUsed = request.Size.Bits,
            Area = CellArea * capacity.Bits,
            Volatile = false,
            Read = Rate(options.ReadCycle),
            Write = Rate(options.WriteCycle),
            ReadPerBit = ReadPerBit,
            WritePerBit = WritePerBit,
            OnPower = options.Standby,
            Endurance = options.Endurance,
            Organisation = $"words of {WordBits} bits",
            Status = NumberStatus.Assumed,
        };
    }

    private static Bandwidth Rate(SimTime cycle) => Bandwidth.FromBytesPerSecond(WordBits / 8.0 / cycle.Seconds);
}
