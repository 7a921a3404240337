namespace Memti.Plugins.Dram;

/// <summary>DRAM interface standards.</summary>
public enum DramStandard
{
    /// <summary>JEDEC JESD209-4.</summary>
    Lpddr4,
}
