using Memti.Abstractions.Cells;
using Memti.Arrays.Profiles;

namespace Memti.Arrays.Organisations;

/// <summary>
/// Largest currents in A that a write draws through a word line and a bit line, half-selected cells included. Source: NVSim, SubArray.cpp.
/// </summary>
/// <param name="Wordline">Through the word line; zero where a transistor selects the cell.</param>
/// <param name="Bitline">Through the bit line.</param>
internal readonly record struct LineCurrents(double Wordline, double Bitline)
{
    /// <summary>Computes the currents of a sub-array.</summary>
    /// <param name="rules">The profile.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="rows">Word lines.</param>
    /// <param name="columns">Bit lines.</param>
    /// <param name="selected">Columns that one access writes.</param>
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
        // Half-selected cells of a crosspoint see half the reset voltage, reset x R_on(V) / 2, across their resistance at that voltage.
        double halfSelected = reset * atReset / 2 / (cell.OnAtHalfResetOhms ?? cell.OnOhms);
        return new LineCurrents((reset * selected) + (halfSelected * (columns - selected)), reset + (halfSelected * (rows - 1)));
    }

    private static double Amperes(WritePulse? pulse) => pulse?.Amperes ?? 0;
}
