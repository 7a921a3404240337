using Memti.Abstractions.Cells;
using Memti.Arrays.Profiles;

namespace Memti.Arrays.Organisations;

/// <summary>Time of a write after row and column are selected.</summary>
/// <param name="Scheme">Sequence of pulses.</param>
/// <param name="SetSeconds">Width of the set pulse in s.</param>
/// <param name="ResetSeconds">Width of the reset pulse in s.</param>
/// <param name="SetPulses">Set pulses of the slowest cell, each verified by a read; 0 for writes without verification.</param>
/// <param name="StatesBoth">True to compute set and reset times of a crosspoint too, which the reference simulators leave at zero.</param>
internal readonly record struct WriteTiming(
    WriteTiming.Pulses Scheme, double SetSeconds, double ResetSeconds, int SetPulses, bool StatesBoth)
{
    /// <summary>Sequence of pulses in a write.</summary>
    internal enum Pulses
    {
        /// <summary>A write takes as long as a read.</summary>
        AsRead,

        /// <summary>Selection alone, without a pulse.</summary>
        SelectOnly,

        /// <summary>The longer of the set and reset pulses.</summary>
        Longer,

        /// <summary>Reset, then set: a crosspoint writes a word in two steps.</summary>
        Both,

        /// <summary>
        /// Reset, then a staircase of set pulses with a verifying read after each: multi-level cells of profile <c>memti</c>.
        /// </summary>
        ProgramAndVerify,
    }

    /// <summary>The write timing of a cell.</summary>
    public static WriteTiming Of(MemoryCell cell, ProfileRules rules, int bitsPerCell) => new(
        cell switch
        {
            _ when ProgramsLevels(rules, bitsPerCell) => Pulses.ProgramAndVerify,
            { Kind: CellKind.Sram } => rules.Corrected ? Pulses.SelectOnly : Pulses.AsRead,
            { Kind: CellKind.Ctt } when !rules.Corrected => Pulses.SelectOnly,
            { Kind: CellKind.Pcm or CellKind.Ctt } => Pulses.Longer,
            { Access: AccessDevice.None or AccessDevice.Diode } => Pulses.Both,
            _ => Pulses.Longer,
        },
        cell.Set?.Seconds ?? 0,
        cell.Reset?.Seconds ?? 0,
        ProgramsLevels(rules, bitsPerCell) ? 1 << bitsPerCell : 0,
        rules.Corrected);

    /// <summary>
    /// True when levels are programmed in a staircase: one pulse per level and one spare pulse for the slowest cell, 2^b in all.
    /// </summary>
    public static bool ProgramsLevels(ProfileRules rules, int bitsPerCell) => rules.Corrected && bitsPerCell > 1;

    /// <summary>Times of a write, of a set and of a reset in s.</summary>
    public (double Write, double Set, double Reset) Of(double row, double column, double charge, double read)
    {
        double select = Math.Max(row, column + charge);
        return Scheme switch
        {
            Pulses.AsRead => (read, 0, 0),
            Pulses.SelectOnly => (select, 0, 0),
            // Each verifying read reuses the selected row and column, so only the part of a read after the decoders repeats.
            Pulses.ProgramAndVerify =>
                (
                    select + ResetSeconds + (SetPulses * (SetSeconds + read - Math.Max(row, column))),
                    select + SetSeconds,
                    select + ResetSeconds),
            Pulses.Longer => (select + Math.Max(ResetSeconds, SetSeconds), select + SetSeconds, select + ResetSeconds),
            // The bit line is charged once more between the two steps.
            _ =>
                (select + charge + ResetSeconds + SetSeconds, StatesBoth ? select + SetSeconds : 0, StatesBoth ? select + ResetSeconds : 0),
        };
    }
}
