using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>One parallel write of a cell in its array.</summary>
internal static class ArrayWrite
{
    /// <summary>The write as the solver states it where it programs levels; else from the cell's pulses.</summary>
    public static CellWrite Of(MemoryCell cell, CellMemoryOptions options, ArrayFigures array)
    {
        if (ArrayPulses.Of(cell, options, array) is not { } pulses)
            return CellWrite.Access(array);
        bool stated = array is { WriteLatency: not null, WriteEnergy: not null };
        return stated && WriteTiming.ProgramsLevels(ProfileRules.Of(options.Profile), options.BitsPerCell)
            ? Stretched(CellWrite.Access(array), pulses)
            : CellWrite.Of(pulses, array);
    }

    /// <summary>The solver's staircase has 2^b pulses; another number stretches all of it but the reset.</summary>
    private static CellWrite Stretched(CellWrite whole, CellPulses pulses)
    {
        if (pulses.ProgramPulses is not { } slowest)
            return whole;
        double stretch = (double)slowest / (1 << pulses.BitsPerCell);
        return new CellWrite(
            pulses.ResetPulse + SimTime.FromSeconds((whole.Time - pulses.ResetPulse).Seconds * stretch),
            pulses.ResetEnergy + ((whole.EnergyPerCell - pulses.ResetEnergy) * stretch));
    }
}
