using Memti.Abstractions.Cells;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Organisations;

/// <summary>Voltages of a bit line that is sensed by voltage: precharged midway between what the two states pull it to.</summary>
/// <param name="Precharge">Precharge voltage in V.</param>
/// <param name="On">Voltage that the low-resistance state pulls to, in V.</param>
/// <param name="Off">Voltage that the high-resistance state pulls to, in V.</param>
/// <param name="OnOhms">Resistance that discharges the line towards <paramref name="On"/>, in ohm.</param>
/// <param name="OffOhms">Resistance that charges the line towards <paramref name="Off"/>, in ohm.</param>
internal readonly record struct SenseWindow(double Precharge, double On, double Off, double OnOhms, double OffOhms)
{
    /// <summary>The window of a cell; by a forced current where the cell states one without a voltage, else by a divider.</summary>
    public static SenseWindow Of(Process process, MemoryCell cell, CellLine line) => (cell.ReadVolts ?? 0) == 0
        ? Centred(process, (cell.ReadAmperes ?? 0) * line.OnOhms, (cell.ReadAmperes ?? 0) * line.OffOhms, line.OnOhms, line.OffOhms)
        : Divided(process, cell.ReadVolts!.Value, line);

    /// <summary>True when the sense amplifier has its margin.</summary>
    public bool IsOpen(double senseVolts) => Precharge - On > senseVolts;

    /// <summary>Time until the slower state has moved the line by the sense voltage, in s.</summary>
    /// <param name="senseVolts">Voltage difference that is sensed in V.</param>
    /// <param name="seenFarads">Capacitance that the cell moves in F.</param>
    /// <param name="wireTau">Time constant of the bit line's own wire in s.</param>
    public double Delay(double senseVolts, double seenFarads, double wireTau)
    {
        double down = Precharge - On;
        double up = Off - Precharge;
        double on = ((OnOhms * seenFarads) + wireTau) * Math.Log(down / (down - senseVolts));
        double off = ((OffOhms * seenFarads) + wireTau) * Math.Log(up / (up - senseVolts));
        return on > off ? on : off;
    }

    private static SenseWindow Divided(Process process, double volts, CellLine line)
    {
        double serial = Math.Sqrt(line.OnOhms * line.OffOhms);
        return Centred(
            process,
            volts * line.OnOhms / (line.OnOhms + serial),
            volts * line.OffOhms / (line.OffOhms + serial),
            line.OnOhms * serial / (line.OnOhms + serial),
            line.OffOhms * serial / (line.OffOhms + serial));
    }

    private static SenseWindow Centred(Process process, double on, double off, double onOhms, double offOhms) =>
        new(Math.Min(process.Supply, (off + on) / 2), on, off, onOhms, offOhms);
}
