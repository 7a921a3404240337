using Memti.Abstractions.Arrays;

namespace Memti.Plugins.Laws;

/// <summary>More contents leak no less.</summary>
internal sealed class LeakageGrowsLaw()
    : GrowthLaw(
        "leakage-grows",
        "leakage and background power while on",
        "mW",
        ArrayTarget.LeakagePower,
        static figures => figures.OnPower.Milliwatts);
