using Memti.Abstractions.Parameters;

namespace Memti.Plugins.Supplies.Storages;

/// <summary>Options of a rechargeable battery.</summary>
public sealed class BatteryOptions
{
    /// <summary>The cell.</summary>
    [Parameter("Cell: nominal (constant voltage), lipo or lead_acid (hybrid kinetic model)",
        Source = "Kim and Qiao 2011, constants of shepherd-tools (MIT)", Status = NumberStatus.Published)]
    public BatteryCell Cell { get; set; } = BatteryCell.Lipo;

    /// <summary>Capacity.</summary>
    [Parameter("Capacity", Unit = "mah", Minimum = 1e-3, Maximum = 1e9, Source = "chosen")]
    public double CapacityMah { get; set; } = 1000;

    /// <summary>Voltage of a nominal cell.</summary>
    [Parameter("Voltage of a nominal cell", Unit = "v", Minimum = 0.1, Maximum = 1000, Source = "a lithium cell on average")]
    public double NominalV { get; set; } = 3.7;

    /// <summary>State of charge at the start.</summary>
    [Parameter("State of charge at the start", Minimum = 0, Maximum = 1, Source = "full")]
    public double StartCharge { get; set; } = 1;
}
