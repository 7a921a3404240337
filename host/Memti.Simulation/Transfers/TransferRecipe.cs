namespace Memti.Simulation;

/// <summary>A transfer of a fixed size between two memories, worked out once.</summary>
internal sealed class TransferRecipe
{
    public TransferRecipe(Part source, Part target, long bits)
    {
        (Source, Target, Bits) = (source, target, bits);
        SourceEnergy = Quantity.Rontojoules(source.ReadJoules(bits));
        TargetEnergy = Quantity.Rontojoules(target.WriteJoules(bits));
        Joules = source.ReadJoules(bits) + target.WriteJoules(bits);
        (SourceBusy, TargetBusy) = (source.ReadTime(bits), target.WriteTime(bits));
        Users = [source.Component, target.Component];
    }

    public Part Source { get; }

    public Part Target { get; }

    public long Bits { get; }

    public Int128 SourceEnergy { get; }

    public Int128 TargetEnergy { get; }

    public double Joules { get; }

    public long SourceBusy { get; }

    public long TargetBusy { get; }

    /// <summary>The slower side sets the pace.</summary>
    public long Duration => Math.Max(SourceBusy, TargetBusy);

    public int[] Users { get; }
}
