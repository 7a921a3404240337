using Memti.Abstractions.Memories;
using Memti.Simulation.Ledger;

namespace Memti.Simulation.Transfers;

/// <summary>Loads that replace a live set and write only what changes; each is computed once.</summary>
internal sealed class Replacements(Func<int, int, LevelWrite> cost)
{
    private readonly Dictionary<(int There, int Comes), TransferRecipe> _recipes = [];

    /// <summary>The load of a set over another.</summary>
    /// <param name="there">Task of the live set in the slot.</param>
    /// <param name="comes">Task to load.</param>
    /// <param name="load">The load into an empty slot.</param>
    public TransferRecipe Of(int there, int comes, TransferRecipe load)
    {
        if (_recipes.TryGetValue((there, comes), out TransferRecipe? known))
            return known;
        LevelWrite write = cost(there, comes);
        double joules = Quantity.Joules(write.Energy, load.Target.Unit.Name, "a write energy of");
        return _recipes[(there, comes)] = new(load.Source, load.Target, load.Bits, joules, write.Time.Picoseconds);
    }
}
