using Memti.Abstractions.Diagnostics;
using Memti.Simulation.Codes;

namespace Memti.Simulation.Ledger;

/// <summary>Checks that the sum of the ledger equals the integral of power over time.</summary>
internal static class LedgerCheck
{
    public const double Tolerance = 1e-9;

    /// <summary>Largest error from rounding a component's base and refresh power to whole femtowatts: half a femtowatt each.</summary>
    private const double RoundingWatts = 1e-15;

    /// <returns>The relative difference of ledger and integral.</returns>
    /// <exception cref="MemtiException"><see cref="SimulationCodes.LedgerOpen"/>: the difference exceeds the rounding.</exception>
    public static double Verify(double ledger, double integral, int components, double seconds)
    {
        double gap = Math.Abs(ledger - integral);
        double larger = Math.Max(Math.Abs(ledger), Math.Abs(integral));
        double relative = gap == 0 ? 0 : gap / larger;
        // Rounding of powers grows with time, not with energy: it is subtracted, or long runs at low power would fail for it.
        return gap - (components * RoundingWatts * seconds) <= Tolerance * larger ? relative : throw Open(ledger, integral, relative);
    }

    private static MemtiException Open(double ledger, double integral, double relative)
    {
        FormattableString sums = $"The energy ledger holds {ledger:R} J and power over time comes to {integral:R} J";
        FormattableString gap = $": {relative:E1} apart; permitted: {Tolerance:E0}.";
        return new(SimulationCodes.LedgerOpen, FormattableString.Invariant(sums) + FormattableString.Invariant(gap));
    }
}
