using Memti.Abstractions.Supplies;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Supplies;

/// <summary>A supply as data: the parts of the chain, and the voltages of the storage at which the device starts and stops.</summary>
public sealed record SupplySystem
{
    /// <summary>Where the energy comes from; null for a storage that nothing charges.</summary>
    public ISupplySource? Source { get; init; }

    /// <summary>Between source and storage; null for none, which loses nothing.</summary>
    public ISupplyConverter? Charger { get; init; }

    /// <summary>The storage.</summary>
    public required ISupplyStorage Storage { get; init; }

    /// <summary>Between storage and device; null for none, which loses nothing.</summary>
    public ISupplyConverter? Regulator { get; init; }

    /// <summary>Voltage in V at which components have the power that they state, where they are on the voltage of the storage; null for
    /// components whose power does not depend on it. There is no <see cref="Regulator"/> then.</summary>
    public double? RailVolts { get; init; }

    /// <summary>Voltage in V from which the device is switched on.</summary>
    public required double OnVolts { get; init; }

    /// <summary>Voltage in V at which it loses power; below <see cref="OnVolts"/>.</summary>
    public required double OffVolts { get; init; }

    /// <summary>Voltage in V at which it loses power also between two looks of the supervisor. Default: null, for
    /// <see cref="OffVolts"/>.</summary>
    public double? DropoutVolts { get; init; }

    /// <summary>Voltage in V at which firmware is warned; null for no warning.</summary>
    public double? WarningVolts { get; init; }

    /// <summary>Time between two looks of the supervisor; zero for always.</summary>
    public SimTime CheckInterval { get; init; }

    /// <summary>Time from the end of the wake-up to the first instruction, with everything on.</summary>
    public SimTime Boot { get; init; }

    /// <summary>Power that supervisor and converters take from the storage while the device is on.</summary>
    public Power Quiescent { get; init; }
}
