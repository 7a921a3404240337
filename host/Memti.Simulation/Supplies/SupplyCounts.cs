using Memti.Simulation.Kernel;

namespace Memti.Simulation.Supplies;

/// <summary>What a supply counts, in the machine's tally: a jump multiplies it.</summary>
/// <param name="tally">The sums of the run.</param>
internal sealed class SupplyCounts(Tally tally)
{
    private readonly int _brownOuts = tally.Reserve(1);
    private readonly int _coldStarts = tally.Reserve(1);
    private readonly int _warnings = tally.Reserve(1);
    private readonly int _dropped = tally.Reserve(1);
    private readonly int _missed = tally.Reserve(1);
    private readonly int _dark = tally.Reserve(1);

    public long BrownOuts => (long)tally[_brownOuts];

    public long ColdStarts => (long)tally[_coldStarts];

    public long Warnings => (long)tally[_warnings];

    public long Dropped => (long)tally[_dropped];

    public long MissedInDark => (long)tally[_missed];

    /// <summary>Picoseconds without power, up to the last start.</summary>
    public Int128 Dark => tally[_dark];

    public void Warn() => tally.Add(_warnings, 1);

    /// <param name="openFrames">Number of frames that were under way.</param>
    public void BrownOut(int openFrames)
    {
        tally.Add(_brownOuts, 1);
        tally.Add(_dropped, openFrames);
    }

    /// <param name="dark">Picoseconds without power before.</param>
    /// <param name="missed">Frames whose slot passed in them.</param>
    public void Start(Int128 dark, long missed)
    {
        tally.Add(_coldStarts, 1);
        tally.Add(_dark, dark);
        Miss(missed);
    }

    public void Miss(long frames) => tally.Add(_missed, frames);
}
