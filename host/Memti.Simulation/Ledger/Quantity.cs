using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Ledger;

/// <summary>Converts doubles to the whole femtowatts and rontojoules (1e-27 J) of the ledger, and back.</summary>
internal static class Quantity
{
    private const double FemtowattsPerWatt = 1e15;
    private const double RontojoulesPerJoule = 1e27;
    // 9000 W are 9e18 fW, which fits a long (9.2e18). 1e9 J are 1e36 rJ, which leaves room for 170 such sums in an Int128 (1.7e38).
    private const double MostWatts = 9000;
    private const double MostJoules = 1e9;

    public static long Femtowatts(double watts) => (long)Math.Round(watts * FemtowattsPerWatt);

    public static Int128 Rontojoules(double joules) => (Int128)Math.Round(joules * RontojoulesPerJoule);

    public static double Watts(double femtowatts) => femtowatts / FemtowattsPerWatt;

    public static double Joules(Int128 rontojoules) => (double)rontojoules / RontojoulesPerJoule;

    /// <summary>A part or a multiple of an energy; the same energy for one.</summary>
    public static Int128 Scaled(Int128 rontojoules, double factor) =>
        factor == 1 ? rontojoules : (Int128)Math.Round((double)rontojoules * factor);

    /// <summary>Checks that the ledger can hold a power.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadMemoryFigure"/>: negative, too large or not a number; names the
    /// figure.</exception>
    public static double Watts(Power power, string owner, string figure) => Checked(power.Watts, MostWatts, "W", owner, figure);

    public static double Joules(Energy energy, string owner, string figure) => Checked(energy.Joules, MostJoules, "J", owner, figure);

    private static double Checked(double value, double most, string unit, string owner, string figure) =>
        // A comparison with NaN is false, so NaN is refused too.
        value >= 0 && value <= most
            ? value
            : throw Bad(owner, FormattableString.Invariant($"{figure} {value} {unit}"), FormattableString.Invariant($"0 to {most} {unit}"));

    private static MemtiException Bad(string owner, string value, string permitted) =>
        new(new Diagnostic(DiagnosticCode.BadMemoryFigure, $"'{owner}' has {value}; permitted: {permitted}.")
        {
            Key = owner,
            Permitted = permitted,
        });
}
