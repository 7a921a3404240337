namespace Memti.Runs.Sweeps.Running;

/// <summary>A design that was measured by itself.</summary>
/// <param name="Values">All metrics in the order of the catalog, NaN for none; those against the first design are NaN.</param>
/// <param name="EnergyMj">Energy per frame in mJ.</param>
/// <param name="FramesPerSecond">Its frame rate. Energies at different rates are not compared.</param>
/// <param name="BestEnergyMj">Energy per frame in mJ under the best firmware; NaN where it was not looked for.</param>
internal sealed record MeasuredPart(double[] Values, double EnergyMj, double FramesPerSecond, double BestEnergyMj);
