using Memti.Abstractions.Memories;

namespace Memti.Plugins.Sram;

/// <summary>
/// A six-transistor SRAM: one bit per cell, read and written at array speed, with constant leakage. Values are read as they were written.
/// </summary>
public sealed class SramMemory(SramOptions options) : IMemoryModel
{
    private readonly CellMemory _cells = new(CellsOf(options), options.Cell);

    /// <inheritdoc />
    public MemoryFigures Size(MemoryRequest request) => _cells.Size(request);

    private static CellMemoryOptions CellsOf(SramOptions options) => new()
    {
        Capacity = options.Capacity,
        Profile = options.Profile,
        Target = options.Target,
        TemperatureK = options.TemperatureK,
        BankCells = options.Bank.Bits,
    };
}
