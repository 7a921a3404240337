namespace Memti.Hosting;

/// <summary>More contents leak no less.</summary>
internal sealed class LeakageGrowsLaw() : GrowthLaw("leakage-grows", "leakage and background power while on", "mW", static figures => figures.OnPower.Milliwatts);
