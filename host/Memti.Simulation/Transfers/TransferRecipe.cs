using Memti.Simulation.Ledger;

namespace Memti.Simulation.Transfers;

/// <summary>Cost of a parameter transfer of fixed size between two memories, computed once.</summary>
internal sealed class TransferRecipe
{
    public TransferRecipe(Part source, Part target, long bits)
        : this(source, target, bits, target.WriteJoules(bits), target.WriteTime(bits))
    {
    }

    /// <summary>A transfer with a given write cost.</summary>
    /// <param name="source">Memory that is read.</param>
    /// <param name="target">Memory that is written.</param>
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

    /// <summary>Total time: the slowest of the two memories and their ports decides.</summary>
    public long Duration { get; }

    public int[] Users { get; }

    /// <summary>Time until the given first bits have arrived.</summary>
    public long TimeOf(long bits) => Math.Max(Source.OutTime(bits), Target.InTime(bits));
}
