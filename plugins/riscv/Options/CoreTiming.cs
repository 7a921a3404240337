namespace Memti.Plugins.RiscV.Options;

/// <summary>Cores whose cycles are known.</summary>
public enum CoreTiming
{
    /// <summary>lowRISC Ibex: two stages.</summary>
    Ibex,

    /// <summary>OpenHW CV32E40P: four stages.</summary>
    Cv32e40p,
}
