using Memti.Abstractions.Arrays;

namespace Memti.Plugins.Laws;

/// <summary>More contents take no less to wake.</summary>
internal sealed class WakeEnergyGrowsLaw()
    : GrowthLaw(
        "wake-energy-grows", "energy of waking up", "nJ", ArrayTarget.LeakagePower, static figures => figures.WakeEnergy.Nanojoules);
