namespace Memti.Plugins.Supplies.Storages;

/// <summary>Technology of a capacitor.</summary>
public enum CapacitorType
{
    /// <summary>Ceramic, X5R: loses capacitance under bias.</summary>
    Mlcc,

    /// <summary>Tantalum.</summary>
    Tantalum,

    /// <summary>Electric double layer.</summary>
    Supercapacitor,
}
