using Memti.Abstractions.Units;
using Memti.Documents.Nodes;
using Memti.Scenarios.Bindings;

namespace Memti.Scenarios.Supplies;

/// <summary>The supply of a design: a chain of parts, and the voltages of the storage at which the device starts and stops.</summary>
public sealed record SupplySpec
{
    /// <summary>Where the section stands.</summary>
    public required SourceLocation Place { get; init; }

    /// <summary>Where the energy comes from; null for a storage that nothing charges.</summary>
    public ComponentSpec? Source { get; init; }

    /// <summary>The converter between source and storage; null for none, which loses nothing.</summary>
    public ComponentSpec? Charger { get; init; }

    /// <summary>The storage.</summary>
    public required ComponentSpec Storage { get; init; }

    /// <summary>The converter between storage and device; null for none, which loses nothing.</summary>
    public ComponentSpec? Regulator { get; init; }

    /// <summary>Voltage in V at which components have the power that they state, where they are on the voltage of the storage; null for
    /// power that does not depend on it. There is no <see cref="Regulator"/> then.</summary>
    public double? RailVolts { get; init; }

    /// <summary>Voltage of the storage in V from which the device is switched on.</summary>
    public required double OnVolts { get; init; }

    /// <summary>Voltage of the storage in V down to which the device stays on; below <see cref="OnVolts"/>.</summary>
    public required double OffVolts { get; init; }

    /// <summary>Voltage of the storage in V at which the device loses power also between two looks of the supervisor; null for
    /// <see cref="OffVolts"/>.</summary>
    public double? DropoutVolts { get; init; }

    /// <summary>Voltage of the storage in V at which firmware is warned; null for no warning.</summary>
    public double? WarningVolts { get; init; }

    /// <summary>Time between two looks of the supervisor; zero for one that always looks.</summary>
    public SimTime CheckInterval { get; init; }

    /// <summary>Time from power to the first instruction of firmware, with everything on.</summary>
    public SimTime Boot { get; init; }

    /// <summary>Power that supervisor and converters take from the storage while the device is on.</summary>
    public Power Quiescent { get; init; }
}
