using Memti.Abstractions.Cells;
using Memti.Arrays.Profiles;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Organisations;

/// <summary>
/// Energy in J that pulses and reads consume in the cell itself. A stated energy is used as it is; otherwise it is computed from pulse and
/// resistance.
/// </summary>
/// <remarks>NVSim, MemCell.cpp (CalculateWriteEnergy, CalculateReadPower).</remarks>
internal static class CellEnergy
{
    /// <summary>Energy of a set pulse.</summary>
    public static double Set(Process process, ProfileRules rules, MemoryCell cell) =>
        OfPulse(process, rules, cell, cell.Set, cell.OnAtSetOhms);

    /// <summary>Energy of a reset pulse.</summary>
    public static double Reset(Process process, ProfileRules rules, MemoryCell cell) =>
        OfPulse(process, rules, cell, cell.Reset, cell.OnAtResetOhms);

    /// <summary>Energy of one read, including its reference cell.</summary>
    /// <param name="process">The transistors.</param>
    /// <param name="rules">The profile.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="seconds">Sensing time in s.</param>
    public static double Read(Process process, ProfileRules rules, MemoryCell cell, double seconds)
    {
        if (cell.Kind is CellKind.Sram or CellKind.Ctt)
            return 0;
        // NVSim knows no stated read energy; only the corrected profile uses it. Twice: a reference cell is read with each cell.
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
            // Voltage divider: the serial resistance is the geometric mean of both states, the one that leaves the sense amplifier most
            // margin.
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
        // A gate is charged, and no current flows through the cell: C V^2, whatever the length of the pulse.
        if (rules.IsTransistor(cell) && cell.Kind == CellKind.Fefet)
            return process.FerroelectricGateFaradsPerMetre * (CellLine.ChannelF(cell) * process.F) * volts * volts;
        // Only cells without access device state a resistance at pulse voltage; NVSim uses the plain low resistance for all others, the
        // worst case.
        bool crosspoint = cell.Access == AccessDevice.None && cell.Kind is CellKind.Rram or CellKind.Fefet;
        double ohms = crosspoint ? ohmsAtPulse ?? cell.OnOhms : cell.OnOhms;
        return volts * (volts - cell.AccessDropVolts) / ohms * pulse.Seconds;
    }
}
