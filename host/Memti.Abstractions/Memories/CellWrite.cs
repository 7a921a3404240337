using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>One parallel write: how long it takes and what each cell costs.</summary>
/// <param name="Time">From the first pulse to the last verify.</param>
/// <param name="EnergyPerCell">Mean energy of one cell, periphery and verifies included.</param>
public readonly record struct CellWrite(SimTime Time, Energy EnergyPerCell)
{
    /// <summary>The pulses behind it; null for a cell that is written without.</summary>
    public CellPulses? Pulses { get; init; }

    /// <summary>The write model that the bits per cell ask for: a single pulse, or program-and-verify.</summary>
    /// <param name="pulses">The pulses of the cell.</param>
    /// <param name="array">The array, whose read verifies.</param>
    public static CellWrite Of(CellPulses pulses, ArrayFigures array)
    {
        ArgumentNullException.ThrowIfNull(pulses);
        ArgumentNullException.ThrowIfNull(array);
        ArgumentOutOfRangeException.ThrowIfLessThan(pulses.BitsPerCell, 1);
        return (pulses.BitsPerCell == 1 ? SinglePulse(pulses) : ProgramAndVerify(pulses, array)) with { Pulses = pulses };
    }

    /// <summary>A cell that is written as it is read, at array speed: SRAM.</summary>
    public static CellWrite Access(ArrayFigures array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return new CellWrite(array.WriteLatency, array.WriteEnergy / array.WordCells);
    }

    /// <summary>SLC: one pulse, set or reset, whichever the bit asks for; the word waits for the longer one, or for one after the other.</summary>
    private static CellWrite SinglePulse(CellPulses pulses) => new(
        pulses.PulseSetup + (pulses.TwoSteps ? pulses.SetPulse + pulses.ResetPulse : SimTime.Max(pulses.SetPulse, pulses.ResetPulse)),
        ((pulses.SetEnergy + pulses.ResetEnergy) / 2) + pulses.PulseOverhead);

    /// <summary>
    /// MLC: all cells are reset, then set in a staircase of pulses, each followed by a read of the whole word that verifies. A cell at level n of
    /// 2^b, all equally likely, takes n pulses, so (2^b - 1) / 2 on average; the word waits for its slowest cell, which takes 2^b. A different number of
    /// pulses for the slowest cell stretches the staircase for all.
    /// </summary>
    private static CellWrite ProgramAndVerify(CellPulses pulses, ArrayFigures array)
    {
        int levels = 1 << pulses.BitsPerCell;
        int slowest = pulses.ProgramPulses ?? levels;
        double mean = (levels - 1) / 2.0 * slowest / levels;
        Energy verify = array.ReadEnergy / array.WordCells;
        return new CellWrite(
            pulses.PulseSetup + pulses.ResetPulse + ((pulses.SetPulse + (pulses.Verify ?? array.ReadLatency)) * slowest),
            pulses.ResetEnergy + pulses.PulseOverhead + ((pulses.SetEnergy + pulses.PulseOverhead) * mean) + (verify * slowest));
    }
}
