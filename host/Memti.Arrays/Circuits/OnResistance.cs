using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>
/// Effective resistance of a switching transistor in ohm; widths in m. Source: NVSim, formula.cpp, CalculateOnResistance.
/// </summary>
internal static class OnResistance
{
    /// <summary>Resistance of an NMOS.</summary>
    public static double Nmos(Process process, double width) => process.ResistanceMultiplier * process.Supply / (process.OnNmos * width);

    /// <summary>Resistance of a PMOS.</summary>
    public static double Pmos(Process process, double width) => process.ResistanceMultiplier * process.Supply / (process.OnPmos * width);
}
