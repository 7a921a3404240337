using Memti.Abstractions.Memories;
using Memti.Simulation.Ledger;

namespace Memti.Simulation.Transfers;

/// <summary>Loads over the live set of another task, where they cost what changes; each worked out once.</summary>
internal sealed class Replacements(Func<int, int, LevelWrite> cost)
{
    private readonly Dictionary<(int There, int Comes), TransferRecipe> _recipes = [];

    /// <summary>A load over what is there.</summary>
    /// <param name="there">The task whose set is live in the slot.</param>
    /// <param name="comes">The task that is loaded.</param>
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
