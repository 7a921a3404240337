using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>Energy of one programming pulse in the cell and its access device.</summary>
internal static class PulseEnergy
{
    /// <summary>
    /// What the cell states; else what flows through its low resistance over the pulse, from the forced voltage or current; else, for cells
    /// that a gate writes, the charge of their gate.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="pulse">Its pulse.</param>
    /// <param name="ohms">Low resistance at the voltage of the pulse.</param>
    public static Energy Of(MemoryCell cell, WritePulse pulse, double ohms) => Energy.FromJoules(pulse.Joules ?? cell.Kind switch
    {
        CellKind.Fefet or CellKind.Ctt => Gate(cell, pulse),
        _ => Path(cell, pulse, ohms),
    });

    private static double Gate(MemoryCell cell, WritePulse pulse) => Math.Max(cell.OnFarads, cell.OffFarads) * Math.Pow(pulse.Volts ?? 0, 2);

    private static double Path(MemoryCell cell, WritePulse pulse, double ohms) => pulse switch
    {
        { Mode: ElectricalMode.Current, Amperes: { } amperes } => Math.Abs(amperes) * ((Math.Abs(amperes) * ohms) + cell.AccessDropVolts) * pulse.Seconds,
        { Volts: { } volts } when ohms > 0 => Math.Abs(volts) * Math.Max(Math.Abs(volts) - cell.AccessDropVolts, 0) / ohms * pulse.Seconds,
        _ => 0,
    };
}
