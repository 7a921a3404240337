using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>Time and energy of one parallel write.</summary>
/// <param name="Time">From the first pulse to the last verify.</param>
/// <param name="EnergyPerCell">Mean energy of one cell, including periphery and verifying reads.</param>
public readonly record struct CellWrite(SimTime Time, Energy EnergyPerCell)
{
    /// <summary>The pulses of the write. Null for a cell without program pulses.</summary>
    public CellPulses? Pulses { get; init; }

    /// <summary>Selects the write scheme by the bits per cell: a single pulse for one bit, program-and-verify for more.</summary>
    /// <param name="pulses">The pulses of the cell.</param>
    /// <param name="array">The array; its read verifies.</param>
    public static CellWrite Of(CellPulses pulses, ArrayFigures array)
    {
        ArgumentNullException.ThrowIfNull(pulses);
        ArgumentNullException.ThrowIfNull(array);
        ArgumentOutOfRangeException.ThrowIfLessThan(pulses.BitsPerCell, 1);
        return (pulses.BitsPerCell == 1 ? SinglePulse(pulses) : ProgramAndVerify(pulses, array)) with { Pulses = pulses };
    }

    /// <summary>A write at array speed, without program pulses: SRAM.</summary>
    public static CellWrite Access(ArrayFigures array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return new CellWrite(array.WriteLatency, array.WriteEnergy / array.WordCells);
    }

    /// <summary>SLC: one pulse per cell, set or reset, equally likely. The word takes the longer pulse, or both in two steps.</summary>
    private static CellWrite SinglePulse(CellPulses pulses) => new(
        pulses.PulseSetup + (pulses.TwoSteps ? pulses.SetPulse + pulses.ResetPulse : SimTime.Max(pulses.SetPulse, pulses.ResetPulse)),
        ((pulses.SetEnergy + pulses.ResetEnergy) / 2) + pulses.PulseOverhead);

    /// <summary>
    /// MLC: a reset of all cells, then a staircase of set pulses, each followed by a verifying read of the whole word. A cell at level n of
    /// 2^b, all equally likely, takes n pulses, so (2^b - 1) / 2 on average. The word waits for its slowest cell, which takes 2^b. Another
    /// number of pulses for the slowest cell stretches the staircase for all.
    /// </summary>
    private static CellWrite ProgramAndVerify(CellPulses pulses, ArrayFigures array)
    {
        int levels = 1 << pulses.BitsPerCell;
        int slowest = pulses.ProgramPulses ?? levels;
        double mean = (levels - 1) / 2.0 * slowest / levels;
        // Every cell of the word is sensed after every pulse, so the verify energy counts the slowest cell's pulses, not the mean.
        Energy verify = array.ReadEnergy / array.WordCells;
        return new CellWrite(
            pulses.PulseSetup + pulses.ResetPulse + ((pulses.SetPulse + (pulses.Verify ?? array.ReadLatency)) * slowest),
            pulses.ResetEnergy + pulses.PulseOverhead + ((pulses.SetEnergy + pulses.PulseOverhead) * mean) + (verify * slowest));
    }
}
