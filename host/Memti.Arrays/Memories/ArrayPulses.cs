using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>The pulses of a cell in its array.</summary>
internal static class ArrayPulses
{
    /// <summary>The pulses with what decoders and drivers add; null for a cell that is written without (SRAM).</summary>
    /// <remarks>The energies in the cell are those that the array was solved with.</remarks>
    public static CellPulses? Of(MemoryCell cell, CellMemoryOptions options, ArrayFigures array)
    {
        if (cell is not { Set: { } set, Reset: { } reset })
            return null;
        Process process = Process.Of(options.NodeNm, options.Roadmap, options.TemperatureKelvin);
        (double setJoules, double resetJoules) = (CellEnergy.Set(process, cell), CellEnergy.Reset(process, cell));
        (SimTime setPulse, SimTime resetPulse) = (SimTime.FromSeconds(set.Seconds), SimTime.FromSeconds(reset.Seconds));
        bool twoSteps = WriteTiming.Of(cell, ProfileRules.Of(options.Profile), bitsPerCell: 1).Scheme == WriteTiming.Pulses.Both;
        return new CellPulses
        {
            BitsPerCell = options.BitsPerCell,
            SetPulse = setPulse,
            ResetPulse = resetPulse,
            SetEnergy = Energy.FromJoules(setJoules),
            ResetEnergy = Energy.FromJoules(resetJoules),
            PulseOverhead = array.DriveEnergy / array.WordCells,
            PulseSetup = array.DriveLatency,
            TwoSteps = twoSteps,
            ProgramPulses = options.ProgramPulses,
        };
    }
}
