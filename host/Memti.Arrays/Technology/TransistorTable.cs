using Memti.Abstractions.Arrays;

namespace Memti.Arrays.Technology;

/// <summary>Transistors of all tabulated nodes and roadmaps over temperature; embedded as <c>transistors.json</c>.</summary>
/// <remarks>Source: NVSim, Technology.cpp, value by value, misprints included.</remarks>
internal static class TransistorTable
{
    private static readonly Lazy<Table> Loaded = new(static () => EmbeddedTable.Read<Table>("transistors.json"));
    private static readonly Lazy<int[]> LoadedNodes =
        new(static () => [.. Loaded.Value.Devices.Select(static device => device.NodeNm).Distinct().Order()]);

    /// <summary>Tabulated nodes in nm, rising.</summary>
    public static IReadOnlyList<int> Nodes => LoadedNodes.Value;

    /// <summary>Temperature range in K.</summary>
    public static (int Lowest, int Highest) Temperatures => (Loaded.Value.TemperatureK[0], Loaded.Value.TemperatureK[^1]);

    /// <summary>The entry of a tabulated node.</summary>
    public static Entry Of(int nodeNanometres, DeviceRoadmap roadmap) =>
        Loaded.Value.Devices.Single(device => device.NodeNm == nodeNanometres && device.Roadmap == roadmap.ToString());

    /// <summary>A current at a temperature, interpolated linearly.</summary>
    /// <param name="currents">One current per tabulated temperature in A/m.</param>
    /// <param name="kelvin">Temperature in K, within <see cref="Temperatures"/>.</param>
    public static double At(double[] currents, double kelvin)
    {
        int[] grid = Loaded.Value.TemperatureK;
        int step = grid[1] - grid[0];
        // The last temperature belongs to the interval below it: there is no entry above.
        int below = Math.Min((int)((kelvin - grid[0]) / step), currents.Length - 2);
        return currents[below] + ((currents[below + 1] - currents[below]) * (kelvin - grid[below]) / step);
    }

    /// <summary>The transistor pair of one node and roadmap; units are in the names.</summary>
    internal sealed record Entry(
        int NodeNm, string Roadmap, double SupplyV, double ThresholdV, double GateLengthM, double IdealGateFPerM, double FringeGateFPerM,
        double OxideFPerM2, double ElectronMobilityM2PerVs, double HoleMobilityM2PerVs, double PToNRatio, double ResistanceMultiplier,
        double[] OnNmosAPerM, double[] OnPmosAPerM, double[] OffNmosAPerM, double[] OffPmosAPerM);

    private sealed record Table(int[] TemperatureK, Entry[] Devices);
}
