using System.Globalization;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Dram;

/// <summary>
/// An off-chip DRAM of one or more dies: one interface, standby power per die, refresh power in proportion to installed bits, and
/// self-refresh to keep its contents while the system is down.
/// </summary>
public sealed class DramMemory(DramOptions options) : IMemoryModel
{
    /// <summary>Data rate in MT/s for which the background power is stated.</summary>
    private const double ReferenceRate = 3200;
    /// <summary>Data pins for which the background power is stated.</summary>
    private const double ReferenceWidth = 32;

    /// <inheritdoc />
    public MemoryFigures Size(MemoryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        DataSize capacity = request.Provision(request.Size, options.Capacity);
        DramDies dies = DramDies.Of(options);
        Bandwidth rate = Bandwidth.FromBytesPerSecond(options.DataRateMts * 1e6 * options.BusBits / 8 * options.Efficiency);
        (Power moving, Power idle) = Standby(dies);
        // The simulation knows one idle power. What a moving DRAM draws beyond it is charged to the bits, which move at the full rate.
        Energy perBit = options.EnergyPerBit + Energy.FromJoules((moving - idle).Watts / (rate.BytesPerSecond * 8));
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
            ReadLatency = DramLatency.Read(options.DataRateMts),
            WriteLatency = DramLatency.Write(options.DataRateMts),
            ReadPerBit = perBit,
            WritePerBit = perBit,
            OnPower = idle,
            RefreshPower = options.Refresh * dies.RefreshScale,
            RetentionPower = options.SelfRefresh * dies.Total,
            RetentionRefreshPower = options.SelfRefreshRefresh * dies.RefreshScale,
            WakeLatency = options.Wake,
            RetentionExitLatency = options.SelfRefreshExit,
            Organisation = string.Create(
                CultureInfo.InvariantCulture,
                $"LPDDR4-{options.DataRateMts}, x{options.BusBits}, {capacity.Mebibytes:0.###} MiB in {dies}"),
            Status = NumberStatus.Assumed,
        };
    }

    /// <summary>Power without transfers and refresh, while data moves and while it does not.</summary>
    private (Power Moving, Power Idle) Standby(DramDies dies)
    {
        // A power-down that costs more than standby is an odd scenario; the controller then stays in standby.
        Power waiting = options.IdlePowerDown && options.PowerDown < options.DieStandby ? options.PowerDown : options.DieStandby;
        Power first = options.Background * (options.DataRateMts / ReferenceRate * (options.BusBits / ReferenceWidth));
        Power down = options.PowerDown * dies.Rank;
        Power moving = first + (waiting * dies.Further);
        return options.IdlePowerDown && down < first ? (moving, down + (waiting * dies.Further)) : (moving, moving);
    }
}
