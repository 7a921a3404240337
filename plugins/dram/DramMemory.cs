using Memti.Abstractions;

namespace Memti.Plugins.Dram;

/// <summary>An off-chip DRAM: fast and large, with a background and a refresh that never end while it is on, and self-refresh to survive a power-down.</summary>
public sealed class DramMemory(DramOptions options) : IMemoryModel
{
    private const double ReferenceRate = 3200;
    private const double ReferenceWidth = 32;

    /// <inheritdoc />
    public MemoryFigures Size(MemoryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        DataSize capacity = request.Provision(request.Size, options.Capacity);
        Bandwidth rate = Bandwidth.FromBytesPerSecond(options.DataRateMts * 1e6 * options.BusBits / 8 * options.Efficiency);
        Power background = options.Background * (options.DataRateMts / ReferenceRate * (options.BusBits / ReferenceWidth));
        Power idle = options.IdlePowerDown && options.PowerDown < background ? options.PowerDown : background;
        Energy perBit = options.EnergyPerBit + Energy.FromJoules((background - idle).Watts / (rate.BytesPerSecond * 8));
        return new MemoryFigures
        {
            Capacity = capacity,
            Cells = capacity.Bits,
            CellsUsed = request.Size.Bits,
            OnChip = false,
            Volatile = true,
            HasRetention = true,
            Read = rate,
            Write = rate,
            ReadPerBit = perBit,
            WritePerBit = perBit,
            OnPower = idle,
            RefreshPower = options.Refresh,
            RetentionPower = options.SelfRefresh,
            RetentionRefreshPower = options.SelfRefreshRefresh,
            WakeLatency = options.Wake,
            RetentionExitLatency = options.SelfRefreshExit,
            Organisation = FormattableString.Invariant($"LPDDR4-{options.DataRateMts}, x{options.BusBits}, {capacity.Mebibytes:0.###} MiB"),
            Status = NumberStatus.Assumed,
        };
    }
}
