using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Ledger;

/// <summary>Borders between quantities in doubles and the whole femtowatts and rontojoules (1e-27 J) of the ledger.</summary>
internal static class Quantity
{
    private const double FemtowattsPerWatt = 1e15;
    private const double RontojoulesPerJoule = 1e27;
    private const double MostWatts = 9000;
    private const double MostJoules = 1e9;

    public static long Femtowatts(double watts) => (long)Math.Round(watts * FemtowattsPerWatt);

    public static Int128 Rontojoules(double joules) => (Int128)Math.Round(joules * RontojoulesPerJoule);

    public static double Joules(Int128 rontojoules) => (double)rontojoules / RontojoulesPerJoule;

    /// <summary>A power that the ledger can hold.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadMemoryFigure"/> naming the figure.</exception>
    public static double Watts(Power power, string owner, string figure) => Checked(power.Watts, MostWatts, "W", owner, figure);

    public static double Joules(Energy energy, string owner, string figure) => Checked(energy.Joules, MostJoules, "J", owner, figure);

    private static double Checked(double value, double most, string unit, string owner, string figure) =>
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
