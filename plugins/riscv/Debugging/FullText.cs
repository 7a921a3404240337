using Memti.Plugins.RiscV.Instructions;
using K = Memti.Plugins.RiscV.Instructions.OperationKind;

namespace Memti.Plugins.RiscV.Debugging;

/// <summary>Instructions of four bytes as text.</summary>
internal static class FullText
{
    private static readonly string[] Ordering = ["", ".rl", ".aq", ".aqrl"];

    /// <summary>The text.</summary>
    public static string Of(uint word, in Operation operation, uint pc)
    {
        string name = Mnemonics.Of(operation.Kind);
        string operands = Operands(word, operation, pc);
        if (operation.Kind.IsAtomic())
            name += Ordering[(word >> 25) & 3];
        return operands.Length == 0 ? name : $"{name}\t{operands}";
    }

    private static string Operands(uint word, in Operation operation, uint pc)
    {
        string target = RegisterNames.General((int)(word >> 7) & 31);
        string first = RegisterNames.General(operation.Rs1), second = RegisterNames.General(operation.Rs2);
        int immediate = operation.Immediate;
        return operation.Kind switch
        {
            K.Lui or K.Auipc => $"{target},0x{(uint)immediate >> 12:x}",
            K.Jal => $"{target},0x{pc + (uint)immediate:x}",
            K.Jalr => $"{target},{immediate}({first})",
            K.Fence => word == 0x8330000f ? "" : $"{Set(word >> 24)},{Set(word >> 20)}",
            K.FenceI or K.Ecall or K.Ebreak or K.Mret or K.Wfi => "",
            K.LrW => $"{target},({first})",
            >= K.Csrrwi and <= K.Csrrci => $"{target},{RegisterNames.Control(immediate)},{operation.Rs1}",
            >= K.Csrrw and <= K.Csrrc => $"{target},{RegisterNames.Control(immediate)},{first}",
            >= K.Slli and <= K.Bseti => $"{target},{first},0x{immediate:x}",
            >= K.Addi and <= K.Andi => $"{target},{first},{immediate}",
            >= K.Clz and <= K.Rev8 => $"{target},{first}",
            _ when operation.Kind.IsBranch() => $"{first},{second},0x{pc + (uint)immediate:x}",
            _ when operation.Kind.IsLoad() => $"{target},{immediate}({first})",
            _ when operation.Kind.IsStore() => $"{second},{immediate}({first})",
            _ when operation.Kind.IsAtomic() => $"{target},{second},({first})",
            _ => $"{target},{first},{second}",
        };
    }

    // Input, output, read, write.
    private static string Set(uint bits)
    {
        string set = string.Concat("iorw".Where((_, index) => ((bits >> (3 - index)) & 1) != 0));
        return set.Length == 0 ? "unknown" : set;
    }
}
