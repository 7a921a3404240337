namespace Memti.Plugins.Nvdla.Options;

/// <summary>Where the units lie in the window of the device.</summary>
public enum RegisterLayout
{
    /// <summary>The full configuration (v1): interrupts at 0x0000, all units.</summary>
    Full,

    /// <summary>The small and large configurations (v2): interrupts at 0x1000, no BDMA and no second memory interface.</summary>
    Small,
}
