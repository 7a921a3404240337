using Memti.Abstractions;

namespace Memti.Plugins.Rram;

/// <summary>One parallel write: how long it takes and what each cell costs.</summary>
/// <param name="Time">From the first pulse to the last verify.</param>
/// <param name="EnergyPerCell">Mean energy of one cell, periphery and verifies included.</param>
internal readonly record struct CellWrite(SimTime Time, Energy EnergyPerCell)
{
    /// <summary>The write model that the bits per cell ask for.</summary>
    public static CellWrite Of(RramOptions options, ArrayFigures array) =>
        options.BitsPerCell == 1 ? SinglePulse(options) : ProgramAndVerify(options, array);

    /// <summary>SLC: one pulse, set or reset, whichever the bit asks for; the word waits for the longer one.</summary>
    private static CellWrite SinglePulse(RramOptions options) => new(
        SimTime.Max(options.SetPulse, options.ResetPulse),
        ((options.SetEnergy + options.ResetEnergy) / 2) + options.PulseOverhead);

    /// <summary>
    /// MLC: all cells are reset, then set in a staircase of pulses, each followed by a read that verifies. A cell at level n of
    /// 2^b, all equally likely, takes n pulses, so (2^b - 1) / 2 on average; the word waits for its slowest cell, which takes 2^b. A different number of
    /// pulses for the slowest cell stretches the staircase for all.
    /// </summary>
    private static CellWrite ProgramAndVerify(RramOptions options, ArrayFigures array)
    {
        int slowest = options.ProgramPulses ?? 1 << options.BitsPerCell;
        double mean = ((1 << options.BitsPerCell) - 1) / 2.0 * slowest / (1 << options.BitsPerCell);
        Energy verify = array.ReadEnergy / array.WordCells;
        return new CellWrite(
            options.ResetPulse + ((options.SetPulse + array.ReadLatency) * slowest),
            options.ResetEnergy + options.PulseOverhead + ((options.SetEnergy + options.PulseOverhead + verify) * mean));
    }
}
