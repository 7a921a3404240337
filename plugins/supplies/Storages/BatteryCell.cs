namespace Memti.Plugins.Supplies.Storages;

/// <summary>Which cell a battery is made of.</summary>
public enum BatteryCell
{
    /// <summary>A store of charge at one voltage: for estimates by hand.</summary>
    Nominal,

    /// <summary>Lithium polymer, 3.0 to 4.2 V.</summary>
    Lipo,

    /// <summary>Lead acid, 12 V.</summary>
    LeadAcid,
}
