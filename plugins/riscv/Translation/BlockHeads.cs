using Memti.Plugins.RiscV.Instructions;

namespace Memti.Plugins.RiscV.Translation;

/// <summary>
/// Accounts at the head of each block not only for the block but also for the way that most often leads to it. Only the other ways need
/// instructions of their own, so that a loop accounts once per round.
/// </summary>
internal sealed class BlockHeads
{
    private readonly Dictionary<uint, CodeCost> _costs = [];

    public BlockHeads(RegionPlan plan, CodeCosts costs)
    {
        IEnumerable<BlockEdge> all = plan.Blocks.Values.SelectMany(block => Edges(block, plan, costs));
        foreach (IGrouping<uint, BlockEdge> edges in all.GroupBy(static edge => edge.To))
            _costs[edges.Key] = Likely([.. edges]);
    }

    /// <summary>What the head of a block accounts for in addition to the block.</summary>
    public CodeCost Of(uint block) => _costs.GetValueOrDefault(block);

    /// <summary>The ways out of a block that are known, those that leave the region included.</summary>
    public static IEnumerable<BlockEdge> Edges(CodeBlock block, RegionPlan plan, CodeCosts costs)
    {
        (uint from, Operation last) = block.Instructions[^1];
        uint target = from + (uint)last.Immediate;
        if (block.Branches)
            yield return new(from, target, CodeCosts.Taken(last) + costs.Landing(target));
        else if (last.Kind == OperationKind.Jal)
            yield return new(from, target, costs.Landing(target));
        if (block.FallsThrough)
            yield return new(from, block.End, default);
        foreach (uint known in plan.Targets.GetValueOrDefault(from, []))
            yield return new(from, known, costs.Landing(known));
    }

    // The way of the innermost loop; without a loop the way straight on.
    private static CodeCost Likely(BlockEdge[] edges)
    {
        BlockEdge[] loops = [.. edges.Where(static edge => edge.IsBackward)];
        if (loops.Length > 0)
            return loops.MinBy(static edge => edge.From - edge.To).Cost;
        return edges.MinBy(static edge => edge.Cost.Cycles).Cost;
    }
}
