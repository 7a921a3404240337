namespace Memti.Simulation.Supplies;

/// <summary>
/// Where the energy of a supply came from and went, in J: what was stored at the start and harvested equals what was delivered, lost,
/// refused and is stored at the end.
/// </summary>
public sealed record SupplyEnergy
{
    /// <summary>What the source gave.</summary>
    public required double Harvested { get; init; }

    /// <summary>What the charger lost.</summary>
    public required double LostInCharger { get; init; }

    /// <summary>What the full storage did not take.</summary>
    public required double Refused { get; init; }

    /// <summary>Leakage and resistance of the storage.</summary>
    public required double LostInStorage { get; init; }

    /// <summary>What the regulator lost.</summary>
    public required double LostInRegulator { get; init; }

    /// <summary>What supervisor and converters took.</summary>
    public required double Quiescent { get; init; }

    /// <summary>What the device received.</summary>
    public required double Delivered { get; init; }

    /// <summary>Energy in the storage at the start.</summary>
    public required double StoredAtStart { get; init; }

    /// <summary>Energy in the storage at the end.</summary>
    public required double StoredAtEnd { get; init; }

    /// <summary>The balance of all of these, relative to the largest; at most 1e-9.</summary>
    public required double RelativeGap { get; init; }
}
