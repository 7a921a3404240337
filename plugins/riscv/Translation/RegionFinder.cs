using Memti.Plugins.RiscV.Instructions;

namespace Memti.Plugins.RiscV.Translation;

/// <summary>
/// Finds the code that belongs together: what an address reaches by branches, jumps, calls and known targets of indirect jumps, as far as
/// it has run before. Code that never ran is left to the interpreter.
/// </summary>
/// <param name="source">Where instructions come from.</param>
/// <param name="learned">What running it showed.</param>
/// <param name="limit">Instructions of a region.</param>
internal sealed class RegionFinder(ICodeSource source, LearnedCode learned, int limit)
{
    private readonly SortedDictionary<uint, Operation> _operations = [];
    private readonly HashSet<uint> _leaders = [];
    private readonly List<uint> _entries = [];
    private readonly Queue<uint> _work = [];

    /// <summary>The region around an address; null when it would hold no instruction.</summary>
    public RegionPlan? Find(uint entry)
    {
        AddEntry(entry);
        while (_work.TryDequeue(out uint pc))
            Follow(pc);
        SortedDictionary<uint, CodeBlock> blocks = Blocks();
        if (!blocks.ContainsKey(entry))
            return null;
        return new RegionPlan(blocks, [.. _entries.Where(blocks.ContainsKey).Distinct()], Jumps(blocks), learned.NearStores);
    }

    private void Follow(uint pc)
    {
        while (!_operations.ContainsKey(pc) && _operations.Count < limit && source.TryGet(pc, out Operation operation))
        {
            uint next = pc + operation.Length;
            if (operation.Kind.IsRare())
            {
                // The interpreter does it, and comes back.
                AddEntry(next);
                return;
            }

            _operations[pc] = operation;
            if (!GoesOn(pc, operation))
                return;
            pc = next;
        }
    }

    private bool GoesOn(uint pc, in Operation operation)
    {
        uint next = pc + operation.Length;
        if (operation.Kind.IsBranch())
        {
            AddLeader(pc + (uint)operation.Immediate);
            _leaders.Add(next);
            return true;
        }

        if (operation.Kind is not (OperationKind.Jal or OperationKind.Jalr))
            return true;
        if (operation.Kind == OperationKind.Jal)
            AddLeader(pc + (uint)operation.Immediate);
        foreach (uint target in learned.Targets(pc).Take(LearnedCode.MostTargets))
            AddLeader(target);
        if (operation.Rd != Operation.Discard)
            AddEntry(next);
        return false;
    }

    private void AddLeader(uint pc)
    {
        _leaders.Add(pc);
        _work.Enqueue(pc);
    }

    private void AddEntry(uint pc)
    {
        _entries.Add(pc);
        AddLeader(pc);
    }

    private SortedDictionary<uint, CodeBlock> Blocks()
    {
        SortedDictionary<uint, CodeBlock> blocks = [];
        CodeBlock? current = null;
        foreach ((uint pc, Operation operation) in _operations)
        {
            if (current is null || current.End != pc || current.Last.Kind.EndsBlock() || _leaders.Contains(pc))
                blocks[pc] = current = new CodeBlock(pc);
            current.Instructions.Add((pc, operation));
        }

        return blocks;
    }

    // A return goes back to one of the calls of the region, as long as it was not seen to go anywhere else.
    private Dictionary<uint, IReadOnlyList<uint>> Jumps(SortedDictionary<uint, CodeBlock> blocks)
    {
        Dictionary<uint, IReadOnlyList<uint>> jumps = [];
        foreach ((uint pc, Operation operation) in _operations)
        {
            if (operation.Kind != OperationKind.Jalr)
                continue;
            IEnumerable<uint> known = learned.Targets(pc);
            if (operation.Flags.HasFlag(OperationFlags.Return))
                known = known.Concat(_entries.Skip(1));
            jumps[pc] = [.. known.Where(blocks.ContainsKey).Distinct().Take(LearnedCode.MostTargets)];
        }

        return jumps;
    }
}
