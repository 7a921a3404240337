namespace Memti.Plugins.RiscV.Translation;

/// <summary>What runs of translated code showed, for the next translation of the same code.</summary>
internal sealed class LearnedCode
{
    /// <summary>Targets of an indirect jump that are compared before the region is left.</summary>
    public const int MostTargets = 16;

    private readonly Dictionary<uint, List<uint>> _targets = [];
    private readonly HashSet<uint> _nearStores = [];

    /// <summary>Addresses of stores that reached pages with code often.</summary>
    public IReadOnlySet<uint> NearStores => _nearStores;

    /// <summary>Targets that an indirect jump was seen to take, in the order in which they were seen.</summary>
    public IReadOnlyList<uint> Targets(uint jump) => _targets.GetValueOrDefault(jump, []);

    /// <summary>Remembers a target of an indirect jump.</summary>
    /// <returns>False when there are too many of them.</returns>
    public bool Add(uint jump, uint target)
    {
        if (!_targets.TryGetValue(jump, out List<uint>? known))
            _targets[jump] = known = [];
        if (known.Contains(target))
            return true;
        if (known.Count >= MostTargets)
            return false;
        known.Add(target);
        return true;
    }

    /// <summary>Remembers a store that reaches pages with code.</summary>
    public void AddNearStore(uint store) => _nearStores.Add(store);
}
