namespace Memti.Plugins.RiscV.Translation;

/// <summary>The blocks of a region, before its translation.</summary>
/// <param name="Blocks">The blocks by address.</param>
/// <param name="Entries">Addresses of blocks at which the region can be entered; the first one is where it was found.</param>
/// <param name="Targets">Targets of indirect jumps, by the address of the jump, the most likely first. All of them begin a block.</param>
/// <param name="NearStores">Addresses of stores that reach pages with code.</param>
internal sealed record RegionPlan(
    SortedDictionary<uint, CodeBlock> Blocks, IReadOnlyList<uint> Entries, IReadOnlyDictionary<uint, IReadOnlyList<uint>> Targets,
    IReadOnlySet<uint> NearStores)
{
    /// <summary>Instructions of all blocks.</summary>
    public int Length => Blocks.Values.Sum(static block => block.Instructions.Count);
}
