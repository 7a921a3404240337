using Memti.Simulation.Ledger;

namespace Memti.Simulation.Transfers;

/// <summary>Cost of writing parameters of fixed size from outside the system, computed once.</summary>
internal sealed class WriteRecipe(Part target, long bits)
{
    public Part Target => target;

    public long Bits => bits;

    public double Joules { get; } = target.WriteJoules(bits);

    public Int128 Energy { get; } = Quantity.Rontojoules(target.WriteJoules(bits));

    /// <summary>Time at the memory's own rate.</summary>
    public long Busy { get; } = target.WriteTime(bits);

    public long Duration { get; } = target.InTime(bits);

    public int[] Users { get; } = [target.Component];
}
