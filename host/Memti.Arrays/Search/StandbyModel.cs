using Memti.Abstractions.Cells;
using Memti.Arrays.Banks;
using Memti.Arrays.Circuits;
using Memti.Arrays.Organisations;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Search;

/// <summary>
/// Wake-up, retention, off and refresh figures of a bank, from the capacitance behind its rail and from its leakage. The equations and the
/// assumed numbers are in <c>docs/models/arrays.md</c>.
/// </summary>
internal static class StandbyModel
{
    /// <summary>Leakage of the power switch over that of the bank. Assumed: a switch sized for 1 %.</summary>
    private const double SwitchLeakage = 0.01;

    /// <summary>Share of periphery nodes that rest at the supply. Assumed: half.</summary>
    private const double HighNodes = 0.5;

    /// <summary>Change of threshold with drain voltage in V/V. Assumed: a planar transistor of 22 to 45 nm.</summary>
    private const double DrainInducedLowering = 0.1;

    /// <summary>Gate voltage in V that changes the off current tenfold at 300 K. Assumed: 100 mV.</summary>
    private const double SubthresholdSwing = 0.1;

    private const double SwingTemperature = 300;
    private const double SecondsPerDay = 86400;

    /// <summary>The figures of a bank.</summary>
    public static StandbyFigures Of(Process process, BankRequest request, in Bank bank, in BankMetrics metrics, double cellLeakage)
    {
        double square = process.Supply * process.Supply;
        double cells = CellFarads(process, request.Cell) * request.Cells;
        double periphery = PeripheryFarads(process, metrics.Leakage - cellLeakage);
        double bitlines = BitlineFarads(request.Cell, bank);
        double energy = ((cells + periphery) * square) + (bitlines * square / 2);
        return new StandbyFigures(
            cells + periphery + bitlines,
            energy,
            metrics.Read * (1 + (energy / metrics.ReadEnergy)),
            Retention(process, request.Cell, cellLeakage),
            metrics.Leakage * SwitchLeakage,
            Refresh(request, metrics));
    }

    /// <summary>The node of an SRAM cell that rests at the supply: two drains, two gates and the access drain.</summary>
    private static double CellFarads(Process process, MemoryCell cell)
    {
        if (cell.Kind != CellKind.Sram)
            return 0;
        double f = process.F;
        GateLoad inverter = new Gate(1, cell.SramNmosWidthF * f, cell.SramPmosWidthF * f).Load(process, cell.WidthF * f);
        return inverter.Input + inverter.Output + Gate.NmosDrainFarads(process, cell.AccessWidthF * f, cell.WidthF * f);
    }

    /// <summary>Leakage tells how wide the transistors of the periphery are together, and width tells their capacitance.</summary>
    private static double PeripheryFarads(Process process, double leakage)
    {
        double metres = leakage / process.Supply / process.OffNmos;
        double perMetre = process.GateFaradsPerMetre + process.SidewallFaradsPerMetre + process.GateEdgeFaradsPerMetre
            + (process.JunctionFaradsPerSquareMetre * Layout.ContactWithGaps * process.F);
        return metres * perMetre * HighNodes;
    }

    /// <summary>Bit lines of an SRAM rest at half the supply; those of other cells at ground.</summary>
    private static double BitlineFarads(MemoryCell cell, in Bank bank)
    {
        if (cell.Kind != CellKind.Sram)
            return 0;
        Subarray subarray = bank.Mat.Subarray;
        return 2 * subarray.Bitline.FaradsPerMetre * subarray.Shape.Columns * bank.Mat.Subarrays.Rows * bank.Mat.Subarrays.Columns * bank.Grid.Mats;
    }

    private static double? Retention(Process process, MemoryCell cell, double cellLeakage)
    {
        if (cell.RetentionVolts is not { } volts || !cell.IsVolatile)
            return null;
        double held = Math.Min(volts, process.Supply);
        double swing = SubthresholdSwing * process.TemperatureKelvin / SwingTemperature;
        return cellLeakage * (held / process.Supply) * Math.Pow(10, -DrainInducedLowering * (process.Supply - held) / swing);
    }

    private static double Refresh(BankRequest request, in BankMetrics metrics) =>
        !request.Cell.IsVolatile && request.Cell.RetentionSeconds is { } seconds && seconds < SecondsPerDay
            ? (double)request.Cells / request.WordCells * (metrics.ReadEnergy + metrics.WriteEnergy) / seconds
            : 0;
}
