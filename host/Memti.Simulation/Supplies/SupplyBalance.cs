using Memti.Abstractions.Diagnostics;
using Memti.Simulation.Codes;

namespace Memti.Simulation.Supplies;

/// <summary>Checks that what came into a supply equals what was delivered, lost, refused and stored.</summary>
internal static class SupplyBalance
{
    public const double Tolerance = 1e-9;

    /// <summary>The energies of a chain.</summary>
    /// <exception cref="MemtiException"><see cref="SimulationCodes.SupplyOpen"/>: the energies do not balance.</exception>
    public static SupplyEnergy Of(SupplyChain chain)
    {
        SupplyFlows flows = chain.Flows;
        double stored = chain.Stored;
        // The storage reports its losses by other closed forms than its energy: an error in either shows as a gap.
        double income = chain.Started + flows.Charged;
        double spent = flows.Drawn + flows.Quiescent + flows.LostInStorage + flows.Refused + stored;
        double largest = new[] { chain.Started, flows.Charged, flows.Drawn, Math.Abs(stored) }.Max();
        double gap = income == spent ? 0 : Math.Abs(income - spent) / largest;
        if (gap > Tolerance)
            throw Open(income, spent, gap);
        return new()
        {
            Harvested = flows.Harvested,
            LostInCharger = flows.Harvested - flows.Charged,
            Refused = flows.Refused,
            LostInStorage = flows.LostInStorage,
            LostInRegulator = flows.Drawn - flows.Delivered,
            Quiescent = flows.Quiescent,
            Delivered = flows.Delivered,
            StoredAtStart = chain.Started,
            StoredAtEnd = stored,
            RelativeGap = gap,
        };
    }

    private static MemtiException Open(double income, double spent, double gap)
    {
        FormattableString sums = $"A supply received {income:R} J with what it held at the start, and spent or holds {spent:R} J";
        FormattableString apart = $": {gap:E1} apart; permitted: {Tolerance:E0}.";
        return new(SimulationCodes.SupplyOpen, FormattableString.Invariant(sums) + FormattableString.Invariant(apart));
    }
}
