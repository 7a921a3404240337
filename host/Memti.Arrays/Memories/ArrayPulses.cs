using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>The pulses of a cell in its array.</summary>
internal static class ArrayPulses
{
    /// <summary>The pulses with what decoders and drivers add; null for a cell that is written without (SRAM).</summary>
    /// <remarks>An array's write access has the dearer and the longer of the two pulses in it; what remains is the periphery's.</remarks>
    public static CellPulses? Of(MemoryCell cell, CellMemoryOptions options, ArrayFigures array)
    {
        if (cell is not { Set: { } set, Reset: { } reset })
            return null;
        (SimTime setPulse, SimTime resetPulse) = (SimTime.FromSeconds(set.Seconds), SimTime.FromSeconds(reset.Seconds));
        Energy setEnergy = PulseEnergy.Of(cell, set, cell.OnAtSetOhms ?? cell.OnOhms);
        Energy resetEnergy = PulseEnergy.Of(cell, reset, cell.OnAtResetOhms ?? cell.OnOhms);
        return new CellPulses
        {
            BitsPerCell = options.BitsPerCell,
            SetPulse = setPulse,
            ResetPulse = resetPulse,
            SetEnergy = setEnergy,
            ResetEnergy = resetEnergy,
            PulseOverhead = Energy.FromJoules(Math.Max(WritePerCell(array) - Math.Max(setEnergy.Joules, resetEnergy.Joules), 0)),
            PulseSetup = SimTime.Max((array.WriteLatency ?? SimTime.Zero) - SimTime.Max(setPulse, resetPulse), SimTime.Zero),
            ProgramPulses = options.ProgramPulses,
        };
    }

    private static double WritePerCell(ArrayFigures array) => (array.WriteEnergy ?? Energy.Zero).Joules / array.WordCells;
}
