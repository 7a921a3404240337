using Memti.Abstractions.Cells;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Organisations;

/// <summary>
/// Voltages of a bit line in voltage sensing. The line is precharged midway between the voltages to which the two states pull it.
/// </summary>
/// <remarks>NVSim, SubArray.cpp: current-in and voltage-divider sensing.</remarks>
/// <param name="Precharge">Precharge voltage in V.</param>
/// <param name="On">Final voltage of the line for a cell of low resistance, in V.</param>
/// <param name="Off">Final voltage of the line for a cell of high resistance, in V.</param>
/// <param name="OnOhms">Resistance that discharges the line towards <paramref name="On"/>, in ohm.</param>
/// <param name="OffOhms">Resistance that charges the line towards <paramref name="Off"/>, in ohm.</param>
internal readonly record struct SenseWindow(double Precharge, double On, double Off, double OnOhms, double OffOhms)
{
    /// <summary>
    /// The window of a cell: by a forced current where the cell states a read current and no voltage, else by a voltage divider.
    /// </summary>
    public static SenseWindow Of(Process process, MemoryCell cell, CellLine line) => (cell.ReadVolts ?? 0) == 0
        ? Centred(process, (cell.ReadAmperes ?? 0) * line.OnOhms, (cell.ReadAmperes ?? 0) * line.OffOhms, line.OnOhms, line.OffOhms)
        : Divided(process, cell.ReadVolts!.Value, line);

    /// <summary>True when the window leaves the sense amplifier its margin.</summary>
    public bool IsOpen(double senseVolts) => Precharge - On > senseVolts;

    /// <summary>Time in s until the slower of the two states has moved the line by the sense voltage.</summary>
    /// <param name="senseVolts">Voltage difference in V that the amplifier resolves.</param>
    /// <param name="seenFarads">Capacitance in F that the cell charges or discharges.</param>
    /// <param name="wireTau">Time constant of the bit line's own wire in s.</param>
    public double Delay(double senseVolts, double seenFarads, double wireTau)
    {
        double down = Precharge - On;
        double up = Off - Precharge;
        double on = ((OnOhms * seenFarads) + wireTau) * Math.Log(down / (down - senseVolts));
        double off = ((OffOhms * seenFarads) + wireTau) * Math.Log(up / (up - senseVolts));
        // Not Math.Max: where a window is closed the logarithm is NaN, and the comparison then takes the other state, as the reference's
        // macro does.
        return on > off ? on : off;
    }

    private static SenseWindow Divided(Process process, double volts, CellLine line)
    {
        // A load of the geometric mean of both resistances splits the two levels most widely.
        double serial = Math.Sqrt(line.OnOhms * line.OffOhms);
        return Centred(
            process,
            volts * line.OnOhms / (line.OnOhms + serial),
            volts * line.OffOhms / (line.OffOhms + serial),
            line.OnOhms * serial / (line.OnOhms + serial),
            line.OffOhms * serial / (line.OffOhms + serial));
    }

    private static SenseWindow Centred(Process process, double on, double off, double onOhms, double offOhms) =>
        // The supply is the highest precharge voltage: NVSim has no charge pump for it.
        new(Math.Min(process.Supply, (off + on) / 2), on, off, onOhms, offOhms);
}
