using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Memti.Plugins.RiscV.Instructions;
using Memti.Plugins.RiscV.State;

namespace Memti.Plugins.RiscV.Translation;

/// <summary>Translates one region to intermediate code, which the runtime compiles.</summary>
/// <remarks>
/// Each block accounts for itself at its head. It leaves there when its worst case does not fit before the limit, and the interpreter does
/// the rest, instruction by instruction: so the core stops where it would without translation. Whatever is unusual leaves before the
/// instruction, and what the head accounted for the rest of the block is taken back.
/// </remarks>
internal sealed unsafe class RegionCompiler
{
    /// <summary>Number of the argument that holds the core.</summary>
    public const int State = 0;

    /// <summary>Number of the argument that holds the page table.</summary>
    public const int Pages = 1;

    private const int Frame = 2;
    private const int Entry = 3;

    private static readonly FieldInfo LeftField = typeof(RegionFrame).GetField(nameof(RegionFrame.Left))!;
    private static readonly FieldInfo TargetField = typeof(RegionFrame).GetField(nameof(RegionFrame.Target))!;
    private static readonly FieldInfo PackedField = typeof(RegionFrame).GetField(nameof(RegionFrame.Packed))!;
    private static readonly FieldInfo CallCountField = typeof(CoreState).GetField(nameof(CoreState.CallCount))!;
    private static readonly int CallRingOffset = (int)Marshal.OffsetOf<CoreState>(nameof(CoreState.CallRing));

    private readonly RegionPlan _plan;
    private readonly CodeCosts _costs;
    private readonly BlockHeads _heads;
    private readonly DynamicMethod _method;
    private readonly CodeWriter _code;
    private readonly RegisterLocals _registers;
    private readonly ArithmeticEmitter _arithmetic;
    private readonly AccessEmitter _access;
    private readonly LocalBuilder _left;
    private readonly LocalBuilder _packed;
    private readonly LocalBuilder _target;
    private readonly Dictionary<uint, Label> _labels;
    private readonly Label _exit;
    private readonly List<RegionExit> _exits = [];
    private readonly List<Action> _deferred = [];

    private RegionCompiler(RegionPlan plan, CodeCosts costs, DataWaits waits)
    {
        (_plan, _costs) = (plan, costs);
        _heads = new BlockHeads(plan, costs);
        Type[] parameters = [typeof(CoreState*), typeof(MemoryPage*), typeof(RegionFrame*), typeof(int)];
        _method = new DynamicMethod($"region_{plan.Entries[0]:x8}", typeof(int), parameters, typeof(RegionCompiler).Module, true);
        _code = new CodeWriter(_method.GetILGenerator(1 << 14));
        _left = _code.Local(typeof(int));
        _packed = _code.Local(typeof(long));
        _target = _code.Local(typeof(uint));
        _registers = new RegisterLocals(_code, plan.Blocks.Values);
        _arithmetic = new ArithmeticEmitter(_code, _registers);
        _access = new AccessEmitter(_code, _registers, _left, waits);
        _labels = plan.Blocks.Keys.ToDictionary(static address => address, _ => _code.Label());
        _exit = _code.Label();
    }

    /// <summary>Translates a region.</summary>
    /// <param name="plan">The blocks.</param>
    /// <param name="costs">What they cost.</param>
    /// <param name="waits">Wait states of data.</param>
    /// <param name="words">Counter of the words fetched from the memory of the code.</param>
    /// <returns>Null when it is larger than what the runtime optimises.</returns>
    public static Region? Compile(RegionPlan plan, CodeCosts costs, DataWaits waits, long* words)
    {
        RegionCompiler compiler = new(plan, costs, waits);
        compiler.Write();
        return compiler._code.IsWithinLimits ? compiler.Finish(words) : null;
    }

    private Region Finish(long* words)
    {
        var code = _method.CreateDelegate<RegionCode>();
        RuntimeHelpers.PrepareDelegate(code);
        int reserve = _plan.Blocks.Values.Max(_costs.Waits);
        return new()
        {
            Code = code,
            Plan = _plan,
            Exits = _exits,
            Reserve = reserve,
            Needs = [.. _plan.Entries.Select(entry => reserve + _costs.Of(_plan.Blocks[entry]).Cycles)],
            Words = words,
            Size = _code.Size,
        };
    }

    private void Write()
    {
        WriteEntries();
        CodeBlock[] blocks = [.. _plan.Blocks.Values];
        for (int index = 0; index < blocks.Length; index++)
            WriteBlock(blocks[index]);
        for (int index = 0; index < _deferred.Count; index++)
            _deferred[index]();
        WriteExit();
    }

    private void WriteEntries()
    {
        _registers.Enter();
        _code.Argument(Frame);
        _code.LoadField(LeftField);
        _code.Store(_left);
        _code.Constant(0L);
        _code.Store(_packed);
        Label[] labels = [.. _plan.Entries.Select(EntryLabel)];
        if (labels.Length > 1)
        {
            _code.Argument(Entry);
            _code.Switch(labels);
        }

        _code.Emit(OpCodes.Br, labels[0]);
    }

    private Label EntryLabel(uint address) => WayTo(new BlockEdge(0, address, default));

    private void WriteBlock(CodeBlock block)
    {
        _code.Mark(_labels[block.Address]);
        CodeCost cost = _costs.Of(block);
        Account(cost + _heads.Of(block.Address));
        _code.Load(_left);
        _code.Constant(0);
        _code.Emit(OpCodes.Blt, Leaving(new(RegionExitKind.Limit, block.Address, cost)));
        for (int index = 0; index < block.Instructions.Count; index++)
            WriteInstruction(block, index);
        if (block.FallsThrough)
            GoOn(new BlockEdge(block.Instructions[^1].Address, block.End, default));
    }

    private void WriteInstruction(CodeBlock block, int index)
    {
        (uint pc, Operation operation) = block.Instructions[index];
        if (operation.Kind.IsLoad())
            _access.Load(operation, Unusual(block, index));
        else if (operation.Kind.IsStore() && _plan.NearStores.Contains(pc))
            _access.StoreNear(operation, Unusual(block, index));
        else if (operation.Kind.IsStore())
            _access.Store(operation, Unusual(block, index));
        else if (operation.Kind.IsBranch())
            WriteBranch(pc, operation);
        else if (operation.Kind == OperationKind.Jal)
            WriteJump(pc, operation);
        else if (operation.Kind == OperationKind.Jalr)
            WriteIndirectJump(pc, operation);
        else
            _arithmetic.Emit(pc, operation);
    }

    private Label Unusual(CodeBlock block, int index) =>
        Leaving(new(RegionExitKind.Unusual, block.Instructions[index].Address, _costs.Of(block, index)));

    private void WriteBranch(uint pc, in Operation operation)
    {
        uint target = pc + (uint)operation.Immediate;
        _registers.Get(operation.Rs1);
        _registers.Get(operation.Rs2);
        OpCode jump = operation.Kind switch
        {
            OperationKind.Beq => OpCodes.Beq,
            OperationKind.Bne => OpCodes.Bne_Un,
            OperationKind.Blt => OpCodes.Blt,
            OperationKind.Bge => OpCodes.Bge,
            OperationKind.Bltu => OpCodes.Blt_Un,
            _ => OpCodes.Bge_Un,
        };
        _code.Emit(jump, WayTo(new BlockEdge(pc, target, CodeCosts.Taken(operation) + _costs.Landing(target)), CodeCosts.Taken(operation)));
    }

    private void WriteJump(uint pc, in Operation operation)
    {
        uint target = pc + (uint)operation.Immediate;
        Link(pc, operation);
        if (_labels.ContainsKey(target))
            GoOn(new BlockEdge(pc, target, _costs.Landing(target)));
        else
            Leave(new(RegionExitKind.Jumps, target, default));
    }

    private void WriteIndirectJump(uint pc, in Operation operation)
    {
        _registers.Get(operation.Rs1);
        _code.Constant(operation.Immediate);
        _code.Emit(OpCodes.Add);
        _code.Constant(-2);
        _code.Emit(OpCodes.And);
        _code.Store(_target);
        Link(pc, operation);
        foreach (uint target in _plan.Targets[pc])
        {
            _code.Load(_target);
            _code.Constant((int)target);
            _code.Emit(OpCodes.Beq, WayTo(new BlockEdge(pc, target, _costs.Landing(target))));
        }

        _code.Argument(Frame);
        _code.Load(_target);
        _code.StoreField(TargetField);
        Leave(new(RegionExitKind.Indirect, pc, default));
    }

    private void Link(uint pc, in Operation operation)
    {
        uint returnsTo = pc + operation.Length;
        if (operation.Rd != Operation.Discard)
        {
            _code.Constant((int)returnsTo);
            _registers.Set(operation.Rd);
        }

        if (operation.Flags.HasFlag(OperationFlags.Call))
            Remember(returnsTo);
    }

    // state->CallRing[state->CallCount++ & 15] = returnsTo
    private void Remember(uint returnsTo)
    {
        _code.Argument(State);
        _code.Constant(CallRingOffset);
        _code.Emit(OpCodes.Add);
        _code.Argument(State);
        _code.LoadField(CallCountField);
        _code.Constant(CoreState.Calls - 1);
        _code.Emit(OpCodes.And);
        _code.Constant(sizeof(uint));
        _code.Emit(OpCodes.Mul);
        _code.Emit(OpCodes.Conv_U);
        _code.Emit(OpCodes.Add);
        _code.Constant((int)returnsTo);
        _code.Emit(OpCodes.Stind_I4);
        _code.Argument(State);
        _code.Argument(State);
        _code.LoadField(CallCountField);
        _code.Constant(1);
        _code.Emit(OpCodes.Add);
        _code.StoreField(CallCountField);
    }

    // Where a branch goes: the block itself, or a piece of code on the way to it, written later.
    private Label WayTo(BlockEdge edge, CodeCost leaving = default)
    {
        bool isInside = _labels.TryGetValue(edge.To, out Label block);
        CodeCost rest = isInside ? edge.Cost - _heads.Of(edge.To) : leaving;
        if (isInside && rest == default)
            return block;
        Label way = _code.Label();
        _deferred.Add(() =>
        {
            _code.Mark(way);
            Account(rest);
            if (isInside)
                _code.Emit(OpCodes.Br, block);
            else
                Leave(new(RegionExitKind.Jumps, edge.To, default));
        });
        return way;
    }

    private void GoOn(BlockEdge edge)
    {
        if (_labels.TryGetValue(edge.To, out Label block))
        {
            Account(edge.Cost - _heads.Of(edge.To));
            _code.Emit(OpCodes.Br, block);
        }
        else
        {
            Leave(new(RegionExitKind.Falls, edge.To, default));
        }
    }

    private void Account(CodeCost cost)
    {
        if (cost.Cycles != 0)
        {
            _code.Load(_left);
            _code.Constant(cost.Cycles);
            _code.Emit(OpCodes.Sub);
            _code.Store(_left);
        }

        if (cost.Packed != 0)
        {
            _code.Load(_packed);
            _code.Constant(cost.Packed);
            _code.Emit(OpCodes.Add);
            _code.Store(_packed);
        }
    }

    private Label Leaving(RegionExit exit)
    {
        Label label = _code.Label();
        _deferred.Add(() =>
        {
            _code.Mark(label);
            Leave(exit);
        });
        return label;
    }

    private void Leave(RegionExit exit)
    {
        _code.Constant(_exits.Count);
        _code.Emit(OpCodes.Br, _exit);
        _exits.Add(exit);
    }

    // The number of the exit is on the stack.
    private void WriteExit()
    {
        _code.Mark(_exit);
        _registers.Leave();
        _code.Argument(Frame);
        _code.Load(_left);
        _code.StoreField(LeftField);
        _code.Argument(Frame);
        _code.Load(_packed);
        _code.StoreField(PackedField);
        _code.Emit(OpCodes.Ret);
    }
}
