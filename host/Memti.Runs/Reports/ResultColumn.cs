namespace Memti.Runs.Reports;

/// <summary>A column of the comparison: what reports call it and where its value is.</summary>
/// <param name="Key">Name in JSON, CSV, references and calibration files.</param>
/// <param name="Title">Name for eyes, with its unit.</param>
/// <param name="Value">The value; null when the design has none.</param>
public sealed record ResultColumn(string Key, string Title, Func<DesignFigures, double?> Value)
{
    /// <summary>All columns in the order of the reports.</summary>
    public static IReadOnlyList<ResultColumn> All { get; } =
    [
        new("max_fps", "peak rate, frames/s", static figures => figures.MaxFps),
        new("power_mw", "power at peak, mW", static figures => figures.PowerMw),
        new("weight_memory_area_mm2", "weight memory, mm2", static figures => figures.WeightMemoryAreaMm2),
        new("energy_per_frame_mj", "energy per frame, mJ", static figures => figures.EnergyPerFrameMj),
        new("saved_energy", "saved energy, x", static figures => figures.SavedEnergy),
        new("saved_energy_best_baseline", "saved, best baseline, x", static figures => figures.SavedEnergyBestBaseline),
        new("frames_missed", "frames missed", static figures => figures.FramesMissed),
        new("lifetime_years", "lifetime, years", static figures => figures.LifetimeYears),
    ];
}
