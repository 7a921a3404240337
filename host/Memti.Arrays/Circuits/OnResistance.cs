using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>Effective resistance of a transistor that switches, in ohm; widths in m.</summary>
internal static class OnResistance
{
    /// <summary>Of an NMOS.</summary>
    public static double Nmos(Process process, double width) => process.ResistanceMultiplier * process.Supply / (process.OnNmos * width);

    /// <summary>Of a PMOS.</summary>
    public static double Pmos(Process process, double width) => process.ResistanceMultiplier * process.Supply / (process.OnPmos * width);
}
