using Memti.Runs.Running;
using Memti.Simulation.Supplies;

namespace Memti.Runs.Reports;

/// <summary>What the supply of a design did. Energies are those of the whole run, in J.</summary>
/// <param name="Parts">What each part is, by its key.</param>
/// <param name="OnV">Voltage of the storage from which the device is switched on.</param>
/// <param name="OffV">Voltage at which it loses power.</param>
/// <param name="Availability">Share of the run in which the device had power.</param>
/// <param name="FirstFrameS">Time to the completion of the first frame; null when none was completed.</param>
/// <param name="ColdStarts">How often the device was switched on, without a first time at the start of the run.</param>
/// <param name="BrownOuts">How often it lost power.</param>
/// <param name="Warnings">How often firmware was warned.</param>
/// <param name="FramesCut">Dropped frames that were under way at a brown-out.</param>
/// <param name="FramesInDark">Dropped frames whose slot passed without power.</param>
/// <param name="Inferences">
/// Inferences of managed firmware that ended: more than frames complete where one goes on after a brown-out. Null for a program, which
/// alone knows when an inference is over.
/// </param>
/// <param name="TornWrites">Writes to non-volatile memories that a brown-out cut.</param>
/// <param name="HarvestedJ">What the source gave.</param>
/// <param name="ConvertedJ">What the charger passed on.</param>
/// <param name="RefusedJ">What the full storage did not take.</param>
/// <param name="LostJ">What charger, storage and regulator lost.</param>
/// <param name="StorageLossJ">Of that, leakage and resistance of the storage.</param>
/// <param name="QuiescentJ">What supervisor and converters took.</param>
/// <param name="DeliveredJ">What the device received.</param>
/// <param name="StartJ">Energy in the storage at the start.</param>
/// <param name="LeftJ">Energy in the storage at the end.</param>
/// <param name="EndV">Voltage of the storage at the end.</param>
/// <param name="LifeDays">
/// Days until the storage is empty: as it happened, or at the mean power of the run; null for one that lasts for ever.
/// </param>
/// <param name="Gap">Relative gap of the balance of these energies.</param>
public sealed record SupplySummary(
    IReadOnlyDictionary<string, string> Parts,
    double OnV,
    double OffV,
    double Availability,
    double? FirstFrameS,
    long ColdStarts,
    long BrownOuts,
    long Warnings,
    long FramesCut,
    long FramesInDark,
    long? Inferences,
    long TornWrites,
    double HarvestedJ,
    double ConvertedJ,
    double RefusedJ,
    double LostJ,
    double StorageLossJ,
    double QuiescentJ,
    double DeliveredJ,
    double StartJ,
    double LeftJ,
    double EndV,
    double? LifeDays,
    double Gap)
{
    private const double SecondsPerDay = 86400;

    /// <summary>The summary of a run; null for a design whose supply always has enough.</summary>
    internal static SupplySummary? Of(DesignOutcome outcome)
    {
        if (outcome.Workload.Supply is not { } run || outcome.Design.Supply is not { } supply)
            return null;
        SupplyEnergy energy = run.Energy;
        double seconds = outcome.Workload.Seconds;
        return new SupplySummary(
            supply.Parts,
            supply.Spec.OnVolts,
            supply.Spec.OffVolts,
            seconds > 0 ? 1 - (run.DarkSeconds / seconds) : 0,
            run.FirstFrameSeconds,
            run.ColdStarts,
            run.BrownOuts,
            run.Warnings,
            run.Dropped,
            run.MissedInDark,
            outcome.Workload.Core is null ? outcome.Workload.Inferences.Sum() : null,
            run.TornWrites,
            energy.Harvested,
            energy.Harvested - energy.LostInCharger,
            energy.Refused,
            energy.LostInCharger + energy.LostInStorage + energy.LostInRegulator,
            energy.LostInStorage,
            energy.Quiescent,
            energy.Delivered,
            energy.StoredAtStart,
            energy.StoredAtEnd,
            run.Volts,
            double.IsFinite(run.LifeSeconds) ? run.LifeSeconds / SecondsPerDay : null,
            energy.RelativeGap);
    }
}
