using Memti.Plugins.RiscV.Instructions;

namespace Memti.Plugins.RiscV.Translation;

/// <summary>Instructions that run one after the other: only the last one may jump, and only the first one is jumped to.</summary>
/// <param name="address">Address of the first instruction.</param>
internal sealed class CodeBlock(uint address)
{
    /// <summary>Address of the first instruction.</summary>
    public uint Address { get; } = address;

    /// <summary>The instructions with their addresses; at least one.</summary>
    public List<(uint Address, Operation Operation)> Instructions { get; } = [];

    /// <summary>Address behind the last instruction.</summary>
    public uint End => Instructions[^1].Address + Instructions[^1].Operation.Length;

    /// <summary>The last instruction.</summary>
    public Operation Last => Instructions[^1].Operation;

    /// <summary>True when the block may go on behind its end.</summary>
    public bool FallsThrough => Last.Kind is not (OperationKind.Jal or OperationKind.Jalr);

    /// <summary>True when the last instruction is a branch.</summary>
    public bool Branches => Last.Kind.IsBranch();
}
