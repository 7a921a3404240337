using Memti.Abstractions.Cells;
using Memti.Arrays.Banks;
using Memti.Arrays.Circuits;
using Memti.Arrays.Organisations;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Search;

/// <summary>
/// Computes wake-up, retention, off and refresh figures of a bank from its leakage and from the capacitance behind its supply rail.
/// <c>docs/models/arrays.md</c> has the equations and the assumed numbers.
/// </summary>
internal static class StandbyModel
{
    /// <summary>
    /// Leakage of the power switch over that of the bank. Assumed: a switch sized for 1 %. Moves the power of banks that are off.
    /// </summary>
    private const double SwitchLeakage = 0.01;

    /// <summary>
    /// Share of periphery nodes that rest at the supply. Assumed: half, because an inverter chain alternates. Moves wake-up energy and
    /// latency.
    /// </summary>
    private const double HighNodes = 0.5;

    /// <summary>
    /// Change of threshold with drain voltage in V/V. Assumed: typical of a planar transistor of 22 to 45 nm. Moves retention power.
    /// </summary>
    private const double DrainInducedLowering = 0.1;

    /// <summary>
    /// Subthreshold swing: gate voltage in V that changes the off current tenfold at 300 K. Assumed: 100 mV, above the ideal 60 mV. Moves
    /// retention power.
    /// </summary>
    private const double SubthresholdSwing = 0.1;

    /// <summary>Temperature in K of <see cref="SubthresholdSwing"/>, which is proportional to temperature.</summary>
    private const double SwingTemperature = 300;
    private const double SecondsPerDay = 86400;

    /// <summary>Computes the figures of a bank.</summary>
    public static StandbyFigures Of(Process process, BankRequest request, in Bank bank, in BankMetrics metrics, double cellLeakage)
    {
        double square = process.Supply * process.Supply;
        double cells = CellFarads(process, request.Cell) * request.Cells;
        double periphery = PeripheryFarads(process, metrics.Leakage - cellLeakage);
        double bitlines = BitlineFarads(request.Cell, bank);
        // A node charged from 0 to V draws C V^2 from the supply. Bit lines go to V / 2, and so draw C (V / 2) V.
        double energy = ((cells + periphery) * square) + (bitlines * square / 2);
        return new StandbyFigures(
            cells + periphery + bitlines,
            energy,
            // The inrush is limited to the supply current of reads, E_read / t_read; one more read settles the references.
            metrics.Read * (1 + (energy / metrics.ReadEnergy)),
            Retention(process, request.Cell, cellLeakage),
            metrics.Leakage * SwitchLeakage,
            Refresh(request, metrics));
    }

    /// <summary>
    /// Capacitance in F of the SRAM node that rests at the supply: gates and drains of one inverter each, and the access drain.
    /// </summary>
    private static double CellFarads(Process process, MemoryCell cell)
    {
        if (cell.Kind != CellKind.Sram)
            return 0;
        double f = process.F;
        GateLoad inverter = new Gate(1, cell.SramNmosWidthF * f, cell.SramPmosWidthF * f).Load(process, cell.WidthF * f);
        return inverter.Input + inverter.Output + Gate.NmosDrainFarads(process, cell.AccessWidthF * f, cell.WidthF * f);
    }

    /// <summary>
    /// Capacitance in F of the periphery's high nodes. The leakage of the periphery gives the total width of its transistors, and the width
    /// gives their capacitance.
    /// </summary>
    private static double PeripheryFarads(Process process, double leakage)
    {
        double metres = leakage / process.Supply / process.OffNmos;
        double perMetre = process.GateFaradsPerMetre + process.SidewallFaradsPerMetre + process.GateEdgeFaradsPerMetre
            + (process.JunctionFaradsPerSquareMetre * Layout.ContactWithGaps * process.F);
        return metres * perMetre * HighNodes;
    }

    /// <summary>
    /// Capacitance in F of all bit lines of an SRAM, which rest at half the supply; 0 for other cells, whose bit lines rest at ground.
    /// </summary>
    private static double BitlineFarads(MemoryCell cell, in Bank bank)
    {
        if (cell.Kind != CellKind.Sram)
            return 0;
        Subarray subarray = bank.Mat.Subarray;
        return 2
            * subarray.Bitline.FaradsPerMetre
            * subarray.Shape.Columns
            * bank.Mat.Subarrays.Rows
            * bank.Mat.Subarrays.Columns
            * bank.Grid.Mats;
    }

    private static double? Retention(Process process, MemoryCell cell, double cellLeakage)
    {
        if (cell.RetentionVolts is not { } volts || !cell.IsVolatile)
            return null;
        // A cell cannot be held above the supply.
        double held = Math.Min(volts, process.Supply);
        double swing = SubthresholdSwing * process.TemperatureKelvin / SwingTemperature;
        // Leakage power falls with the voltage itself and with the off current, whose threshold rises as the drain voltage falls (DIBL).
        return cellLeakage * (held / process.Supply) * Math.Pow(10, -DrainInducedLowering * (process.Supply - held) / swing);
    }

    private static double Refresh(BankRequest request, in BankMetrics metrics) =>
        !request.Cell.IsVolatile && request.Cell.RetentionSeconds is { } seconds && seconds < SecondsPerDay
            ? (double)request.Cells / request.WordCells * (metrics.ReadEnergy + metrics.WriteEnergy) / seconds
            : 0;
}
