using Memti.Abstractions.Cells;
using Memti.Arrays.Profiles;

namespace Memti.Arrays.Organisations;

/// <summary>The largest currents that a write draws through a word line and a bit line, half-selected cells included, in A.</summary>
/// <param name="Wordline">Through the word line; zero where a transistor selects the cell.</param>
/// <param name="Bitline">Through the bit line.</param>
internal readonly record struct LineCurrents(double Wordline, double Bitline)
{
    /// <summary>The currents of a sub-array.</summary>
    public static LineCurrents Of(ProfileRules rules, MemoryCell cell, long rows, long columns, long selected)
    {
        if (cell.Kind is CellKind.Sram or CellKind.Ctt)
            return default;
        if (rules.IsTransistor(cell))
            return new LineCurrents(0, Math.Max(Amperes(cell.Reset), Amperes(cell.Set)));
        double leak = cell.AccessLeakageAmperes;
        double driven = Math.Max(Amperes(cell.Reset), Amperes(cell.Set));
        if (cell.Access == AccessDevice.Cmos)
            return new LineCurrents(0, driven + (leak * (rows - 1)));
        double atReset = cell.OnAtResetOhms ?? cell.OnOhms;
        double reset = Amperes(cell.Reset);
        if (reset == 0)
            reset = (Math.Abs(cell.Reset?.Volts ?? 0) - cell.AccessDropVolts) / atReset;
        if (cell.Access != AccessDevice.None)
            return new LineCurrents((reset * selected) + (leak * (columns - selected)), reset + (leak * (rows - 1)));
        double halfSelected = reset * atReset / 2 / (cell.OnAtHalfResetOhms ?? cell.OnOhms);
        return new LineCurrents((reset * selected) + (halfSelected * (columns - selected)), reset + (halfSelected * (rows - 1)));
    }

    private static double Amperes(WritePulse? pulse) => pulse?.Amperes ?? 0;
}
