namespace Memti.Plugins.Nvdla.Options;

/// <summary>How the energy of an inference is found.</summary>
public enum EnergyModel
{
    /// <summary>The published average power over its time, whatever it does.</summary>
    AveragePower,

    /// <summary>The energy of its operations, on top of the power of clock and leakage.</summary>
    PerOperation,
}
