using Memti.Abstractions.Cells;
using Memti.Arrays.Profiles;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>
/// Multi-level sensing of the <c>memti</c> profile, for cells of any kind. Parallel: 2^b - 1 comparators per column decide in one step.
/// Sequential: one comparator per column decides b times. A reference converter settles before each of these steps.
/// </summary>
internal static class CorrectedSenseAmplifier
{
    /// <summary>
    /// Settling time of the reference converter in s per step. Assumed: as long as one current comparison of the fork (SenseAmp.cpp, 100
    /// ps). Moves the read latency of sequential sensing: b times this value.
    /// </summary>
    private const double ReferenceSettling = 0.1e-9;

    /// <summary>
    /// Energy of the reference converter in J per step and column. Assumed: as much as one comparison of the fork (SenseAmp.cpp, 8 fJ).
    /// Moves the read energy of sequential sensing.
    /// </summary>
    private const double ReferenceEnergy = 8e-15;

    /// <summary>
    /// Area of the reference converter per column over that of one comparator. Assumed: the columns of a sub-array share one converter.
    /// Moves the area of arrays with sequential sensing.
    /// </summary>
    private const double ReferenceAreaPerColumn = 0.25;

    /// <summary>Sizes the amplifiers of a sub-array.</summary>
    /// <param name="process">The transistors.</param>
    /// <param name="rules">The profile, with the sensing scheme.</param>
    /// <param name="cell">The cell that is sensed.</param>
    /// <param name="bitsPerCell">Bits in one cell.</param>
    /// <param name="count">Sensed columns.</param>
    /// <param name="pitch">Available width per sensed column in m.</param>
    /// <param name="single">The amplifier of a single-level cell.</param>
    public static SenseAmplifier Of(
        Process process, ProfileRules rules, MemoryCell cell, int bitsPerCell, long count, double pitch, SenseAmplifier single)
    {
        (double singleDelay, double singleEnergy) = MergedSenseAmplifier.ForFerroelectric(cell.Kind, 1) ?? (single.Delay, single.Energy);
        if (bitsPerCell == 1)
            return new SenseAmplifier(single.Height, single.LoadFarads, singleDelay, singleEnergy * count, single.Leakage * count);

        (double width, double height, double farads, double siemens) = MergedSenseAmplifier.Comparator(cell.SenseFingers);
        double step = cell.ReadMode == ElectricalMode.Current
            ? CurrentConverter.Merged(process.NodeNanometres).Delay
            : farads / siemens * Math.Log(process.Supply / cell.MinimumSenseVolts);
        double decision = cell.ReadMode == ElectricalMode.Current
            ? CurrentConverter.Merged(process.NodeNanometres).Energy
            : farads * process.Supply * process.Supply;
        int comparators = (1 << bitsPerCell) - 1;
        // The fork's comparator and its single-level latch are different circuits. Taking the larger value keeps each figure monotonic:
        // a comparator of a multi-level cell never costs less than the amplifier of a single-level cell.
        (step, decision, farads) =
            (Math.Max(step, singleDelay), Math.Max(decision, singleEnergy), Math.Max(farads, single.LoadFarads / comparators));
        double area = Math.Max(width * height, single.Height * pitch / comparators);
        return rules.Sensing == SensingScheme.Parallel
            ? new SenseAmplifier(
                area * comparators / pitch,
                farads * comparators,
                step,
                decision * comparators * count,
                single.Leakage * comparators * count)
            : new SenseAmplifier(
                area * (1 + ReferenceAreaPerColumn) / pitch,
                farads,
                (step + ReferenceSettling) * bitsPerCell,
                (decision + ReferenceEnergy) * bitsPerCell * count,
                single.Leakage * count);
    }
}
