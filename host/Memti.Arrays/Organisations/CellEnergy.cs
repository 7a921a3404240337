using Memti.Abstractions.Cells;
using Memti.Arrays.Profiles;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Organisations;

/// <summary>Energy that set and reset pulses and reads take in the cell itself, in J; computed where the cell does not state it.</summary>
internal static class CellEnergy
{
    /// <summary>Of a set pulse.</summary>
    public static double Set(Process process, ProfileRules rules, MemoryCell cell) => OfPulse(process, rules, cell, cell.Set, cell.OnAtSetOhms);

    /// <summary>Of a reset pulse.</summary>
    public static double Reset(Process process, ProfileRules rules, MemoryCell cell) => OfPulse(process, rules, cell, cell.Reset, cell.OnAtResetOhms);

    /// <summary>Of one read, its reference cell included.</summary>
    /// <param name="process">The transistors.</param>
    /// <param name="rules">The profile.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="seconds">How long the sense amplifier looks.</param>
    public static double Read(Process process, ProfileRules rules, MemoryCell cell, double seconds)
    {
        if (cell.Kind is CellKind.Sram or CellKind.Ctt)
            return 0;
        double? joules = rules.Corrected ? cell.ReadJoules : null;
        return 2 * (joules ?? ((cell.ReadWatts ?? ReadWatts(process, cell)) * seconds));
    }

    private static double ReadWatts(Process process, MemoryCell cell)
    {
        double volts = cell.ReadVolts ?? 0;
        if (cell.ReadMode == ElectricalMode.Current)
            return process.Supply * (volts - cell.AccessDropVolts) / cell.OnOhms;
        return volts == 0
            ? process.Supply * (cell.ReadAmperes ?? 0)
            : process.Supply * (volts - cell.AccessDropVolts) / (cell.OnOhms + Math.Sqrt(cell.OnOhms * cell.OffOhms));
    }

    private static double OfPulse(Process process, ProfileRules rules, MemoryCell cell, WritePulse? pulse, double? ohmsAtPulse)
    {
        if (pulse is null)
            return 0;
        if (pulse.Joules is { } stated)
            return stated;
        double volts = Math.Abs(pulse.Volts ?? 0);
        if (pulse.Mode == ElectricalMode.Current)
            return (volts == 0 ? process.Supply : volts) * Math.Abs(pulse.Amperes ?? 0) * pulse.Seconds;
        if (rules.IsTransistor(cell) && cell.Kind == CellKind.Fefet)
            return process.FerroelectricGateFaradsPerMetre * (CellLine.ChannelF(cell) * process.F) * volts * volts;
        bool crosspoint = cell.Access == AccessDevice.None && cell.Kind is CellKind.Rram or CellKind.Fefet;
        double ohms = crosspoint ? ohmsAtPulse ?? cell.OnOhms : cell.OnOhms;
        return volts * (volts - cell.AccessDropVolts) / ohms * pulse.Seconds;
    }
}
