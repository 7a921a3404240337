using Memti.Simulation.Ledger;

namespace Memti.Simulation.Transfers;

/// <summary>A transfer of parameters of a fixed size between two memories, worked out once.</summary>
internal sealed class TransferRecipe
{
    public TransferRecipe(Part source, Part target, long bits)
        : this(source, target, bits, target.WriteJoules(bits), target.WriteTime(bits))
    {
    }

    /// <param name="source">Where it is read.</param>
    /// <param name="target">Where it is written.</param>
    /// <param name="bits">Data bits.</param>
    /// <param name="writeJoules">Energy of the write.</param>
    /// <param name="writeTime">Picoseconds of the write.</param>
    public TransferRecipe(Part source, Part target, long bits, double writeJoules, long writeTime)
    {
        (Source, Target, Bits) = (source, target, bits);
        SourceEnergy = Quantity.Rontojoules(source.ReadJoules(bits));
        TargetEnergy = Quantity.Rontojoules(writeJoules);
        Joules = source.ReadJoules(bits) + writeJoules;
        (SourceBusy, TargetBusy) = (source.ReadTime(bits), writeTime);
        Duration = Math.Max(source.OutTime(bits), Math.Max(writeTime, target.PortInTime(bits)));
        Users = [source.Component, target.Component];
    }

    public Part Source { get; }

    public Part Target { get; }

    public long Bits { get; }

    public Int128 SourceEnergy { get; }

    public Int128 TargetEnergy { get; }

    public double Joules { get; }

    /// <summary>Time at the source's own rate.</summary>
    public long SourceBusy { get; }

    /// <summary>Time at the target's own rate.</summary>
    public long TargetBusy { get; }

    /// <summary>The slowest on the way sets the pace: the two memories, and the ports between them.</summary>
    public long Duration { get; }

    public int[] Users { get; }

    /// <summary>Time until the first bits have arrived.</summary>
    public long TimeOf(long bits) => Math.Max(Source.OutTime(bits), Target.InTime(bits));
}
