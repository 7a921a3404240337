using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.EnergyEstimates;

/// <summary>Checks all options: each against its limits, and the idle power against the active one.</summary>
internal static class OptionsCheck
{
    internal static void Check(NvdlaOptions options)
    {
        NvdlaLimits.Check(options);
        NvdlaLimits.Check("power_scale", options.PowerScale, 0.1, 10);
        NvdlaLimits.Check("idle_share", options.IdleShare, 0, 1);
        double active = EnginePower.Active(options).Milliwatts;
        NvdlaLimits.Check("active_mw", active, 0, 100000);
        NvdlaLimits.Check("idle_mw", EnginePower.Idle(options).Milliwatts, 0, active);
        NvdlaLimits.Check("off_uw", options.Off.Microwatts, 0, 1000000);
        NvdlaLimits.Check("wake_latency_us", options.WakeLatency.Microseconds, 0, 1000000);
        NvdlaLimits.Check("wake_energy_uj", options.WakeEnergy.Microjoules, 0, 1000000);
    }
}
