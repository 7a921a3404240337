using Memti.Abstractions;

namespace Memti.Plugins.Sram;

/// <summary>A six-transistor SRAM: one bit per cell, read and written at array speed, leaking all the while.</summary>
public sealed class SramMemory(SramOptions options) : IMemoryModel
{
    /// <inheritdoc />
    public MemoryFigures Size(MemoryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        DataSize capacity = request.Provision(request.Size, options.Capacity);
        ArrayFigures array = request.Arrays.Solve(new ArrayRequest(options.Cell, BitsPerCell: 1, Math.Max(capacity.Bits, 1))
        {
            MaximumBankCells = options.Bank.Bits,
            Profile = options.Profile,
            Target = options.Target,
            TemperatureKelvin = options.TemperatureKelvin,
        });
        return Describe(request, array);
    }

    private static MemoryFigures Describe(MemoryRequest request, ArrayFigures array) => new()
    {
        Capacity = DataSize.FromBits(array.Cells),
        Cells = array.Cells,
        CellsUsed = request.Size.Bits,
        Area = array.Area,
        Volatile = true,
        HasRetention = array.RetentionPower is not null,
        Read = Bandwidth.FromBytesPerSecond(array.ReadCellsPerSecond / 8),
        Write = Bandwidth.FromBytesPerSecond(array.Banks * array.WordCells / 8.0 / array.WriteLatency.Seconds),
        ReadPerBit = array.ReadEnergy / array.WordCells,
        WritePerBit = array.WriteEnergy / array.WordCells,
        OnPower = array.Leakage,
        RetentionPower = array.RetentionPower ?? Power.Zero,
        OffPower = array.OffPower,
        WakeLatency = array.WakeLatency,
        WakeEnergy = array.WakeEnergy,
        RetentionExitLatency = array.WakeLatency,
        RetentionExitEnergy = array.WakeEnergy,
        Organisation = array.Organisation,
        Status = array.Status,
    };
}
