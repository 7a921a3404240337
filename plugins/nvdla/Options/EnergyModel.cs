namespace Memti.Plugins.Nvdla.Options;

/// <summary>Energy model of an inference.</summary>
public enum EnergyModel
{
    /// <summary>Published average power times duration, independent of the work.</summary>
    AveragePower,

    /// <summary>Energy of the operations plus the power of clock and leakage.</summary>
    PerOperation,
}
