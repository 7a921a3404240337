using Memti.Plugins.RiscV.Instructions;
using Memti.Plugins.RiscV.State;

namespace Memti.Plugins.RiscV.Translation;

/// <summary>Costs of instructions and of the ways between them, for code in one memory.</summary>
/// <param name="decoded">The decoded code.</param>
/// <param name="fetchWaits">Wait states of a word that the code is fetched from.</param>
/// <param name="data">Wait states of data.</param>
internal sealed class CodeCosts(DecodedCode decoded, int fetchWaits, DataWaits data)
{
    /// <summary>An instruction that does not jump, or always jumps; of a branch, what it costs when it does not jump.</summary>
    public CodeCost Of(in Operation operation)
    {
        bool jumps = operation.Kind is OperationKind.Jal or OperationKind.Jalr;
        int cycles = jumps ? operation.TakenCycles : operation.Cycles;
        return new(cycles, cycles - (operation.Words * fetchWaits), 1, operation.Words);
    }

    /// <summary>All instructions from an index on.</summary>
    public CodeCost Of(CodeBlock block, int from = 0)
    {
        CodeCost sum = default;
        for (int index = from; index < block.Instructions.Count; index++)
            sum += Of(block.Instructions[index].Operation);
        return sum;
    }

    /// <summary>A taken branch, in addition to one that is not taken.</summary>
    public static CodeCost Taken(in Operation branch)
    {
        int more = branch.TakenCycles - branch.Cycles;
        return new(more, more, 0, 0);
    }

    /// <summary>A jump to an address of the same memory, in addition to the jump itself.</summary>
    public CodeCost Landing(uint target)
    {
        int cycles = decoded.Landing(target, out int stalls, out int words);
        return new(cycles, cycles - stalls, 0, words);
    }

    /// <summary>Cycles that wait states of data add to a block at most.</summary>
    public int Waits(CodeBlock block) => block.Instructions.Sum(instruction => Waits(instruction.Operation.Kind));

    private int Waits(OperationKind kind) => kind.IsLoad() ? data.MostRead : kind.IsStore() ? data.MostWrite : 0;
}
