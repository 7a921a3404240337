namespace Memti.Arrays.Circuits;

/// <summary>
/// The current-to-voltage converter in front of a sense amplifier. Source: NVSim, SenseAmp.cpp, whose comments call the values HSPICE
/// results for each node.
/// </summary>
/// <param name="Delay">Delay in s.</param>
/// <param name="Energy">Energy per column and read in J.</param>
/// <param name="Leakage">Leakage per column in W.</param>
internal readonly record struct CurrentConverter(double Delay, double Energy, double Leakage)
{
    /// <summary>The converter of NVSim. Its authors mark the values below 32 nm as not calibrated.</summary>
    public static CurrentConverter Stock(int nodeNanometres) => nodeNanometres switch
    {
        >= 89 => new CurrentConverter(0.53e-9, 87.2e-15, 18.7e-9),
        >= 64 => new CurrentConverter(0.62e-9, 90e-15, 25.7e-9),
        // The 45 nm leakage is a tenth of what its neighbours suggest. It is reproduced as published: 4.41e-9 W in both simulators.
        >= 44 => new CurrentConverter(0.80e-9, 102.6e-15, 4.41e-9),
        >= 31 => new CurrentConverter(1.07e-9, 125.6e-15, 125.4e-9),
        _ => new CurrentConverter(1.45e-9, 150e-15, 150e-9),
    };

    /// <summary>
    /// The converter of the fork (lpentecost/nvsim-merged, SenseAmp.cpp): a different circuit below 32 nm, NVSim's values above.
    /// </summary>
    public static CurrentConverter Merged(int nodeNanometres) =>
        nodeNanometres >= 31 ? Stock(nodeNanometres) : new CurrentConverter(0.1e-9, 8e-15, 0);
}
