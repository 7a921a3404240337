using Memti.Abstractions.Diagnostics;

namespace Memti.Simulation.Ledger;

/// <summary>The law that every joule is posted once: the ledger's sum is the integral of power.</summary>
internal static class LedgerCheck
{
    public const double Tolerance = 1e-9;

    /// <summary>What rounding a component's two powers to whole femtowatts may come to.</summary>
    private const double RoundingWatts = 1e-15;

    /// <returns>The relative gap.</returns>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.LedgerOpen"/>: it is larger than what rounding may come to.</exception>
    public static double Verify(double ledger, double integral, int components, double seconds)
    {
        double gap = Math.Abs(ledger - integral);
        double larger = Math.Max(Math.Abs(ledger), Math.Abs(integral));
        double relative = gap == 0 ? 0 : gap / larger;
        return gap - (components * RoundingWatts * seconds) <= Tolerance * larger ? relative : throw Open(ledger, integral, relative);
    }

    private static MemtiException Open(double ledger, double integral, double relative)
    {
        FormattableString sums = $"The energy ledger holds {ledger:R} J and power over time comes to {integral:R} J";
        FormattableString gap = $": {relative:E1} apart; permitted: {Tolerance:E0}.";
        return new(DiagnosticCode.LedgerOpen, FormattableString.Invariant(sums) + FormattableString.Invariant(gap));
    }
}
