using Memti.Abstractions.Cells;
using Memti.Arrays.Profiles;

namespace Memti.Arrays.Organisations;

/// <summary>How a write follows from selecting row and column.</summary>
/// <param name="Scheme">Which pulses follow one another.</param>
/// <param name="SetSeconds">Width of the set pulse in s.</param>
/// <param name="ResetSeconds">Width of the reset pulse in s.</param>
/// <param name="SetPulses">Set pulses, each followed by a read that verifies, until the slowest cell is right; 0 for writes that nothing verifies.</param>
/// <param name="StatesBoth">True to give set and reset times of a crosspoint too, which the reference simulators leave at zero.</param>
internal readonly record struct WriteTiming(WriteTiming.Pulses Scheme, double SetSeconds, double ResetSeconds, int SetPulses, bool StatesBoth)
{
    /// <summary>Which pulses follow one another.</summary>
    internal enum Pulses
    {
        /// <summary>A write takes what a read takes.</summary>
        AsRead,

        /// <summary>Selecting alone: the reference gives no pulse.</summary>
        SelectOnly,

        /// <summary>The longer of set and reset.</summary>
        Longer,

        /// <summary>Reset, then set: a crosspoint writes a word in two steps.</summary>
        Both,

        /// <summary>Reset, then a staircase of set pulses with a verifying read after each: multi-level cells of profile <c>memti</c>.</summary>
        ProgramAndVerify,
    }

    /// <summary>The scheme of a cell.</summary>
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

    /// <summary>True when levels are programmed in a staircase: one pulse per level and one to spare for the slowest cell.</summary>
    public static bool ProgramsLevels(ProfileRules rules, int bitsPerCell) => rules.Corrected && bitsPerCell > 1;

    /// <summary>Times of a write, of a set and of a reset in s.</summary>
    public (double Write, double Set, double Reset) Of(double row, double column, double charge, double read)
    {
        double select = Math.Max(row, column + charge);
        return Scheme switch
        {
            Pulses.AsRead => (read, 0, 0),
            Pulses.SelectOnly => (select, 0, 0),
            Pulses.ProgramAndVerify => (select + ResetSeconds + (SetPulses * (SetSeconds + read - Math.Max(row, column))), select + SetSeconds, select + ResetSeconds),
            Pulses.Longer => (select + Math.Max(ResetSeconds, SetSeconds), select + SetSeconds, select + ResetSeconds),
            _ => (select + charge + ResetSeconds + SetSeconds, StatesBoth ? select + SetSeconds : 0, StatesBoth ? select + ResetSeconds : 0),
        };
    }
}
