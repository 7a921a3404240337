namespace Memti.Simulation.Ledger;

/// <summary>Least, most and last energy of a frame.</summary>
internal sealed class FrameEnergy
{
    public Int128 Least { get; private set; } = Int128.MaxValue;

    public Int128 Most { get; private set; }

    public Int128 Last { get; private set; }

    public bool Any => Least <= Most;

    public void Add(Int128 rontojoules)
    {
        Last = rontojoules;
        Least = Int128.Min(Least, rontojoules);
        Most = Int128.Max(Most, rontojoules);
    }
}
