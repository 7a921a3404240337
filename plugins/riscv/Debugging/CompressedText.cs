using Memti.Plugins.RiscV.Instructions;
using K = Memti.Plugins.RiscV.Instructions.OperationKind;

namespace Memti.Plugins.RiscV.Debugging;

/// <summary>Compressed instructions as text.</summary>
internal static class CompressedText
{
    /// <summary>The text.</summary>
    public static string Of(ushort half, in Operation operation, uint pc)
    {
        int row = ((half & 3) << 3) | (half >> 13);
        string target = RegisterNames.General((half >> 7) & 31), near = RegisterNames.General(operation.Rs1);
        string destination = operation.Rd == Operation.Discard ? "zero" : RegisterNames.General(operation.Rd);
        string second = RegisterNames.General(operation.Rs2);
        int immediate = operation.Immediate;
        return row switch
        {
            0 => $"c.addi4spn\t{destination},sp,{immediate}",
            2 => $"c.lw\t{destination},{immediate}({near})",
            6 => $"c.sw\t{second},{immediate}({near})",
            8 => ((half >> 7) & 31) == 0 ? $"c.nop{(immediate == 0 ? "" : $"\t{immediate}")}" : $"c.addi\t{target},{immediate}",
            9 => $"c.jal\t{pc + (uint)immediate:x}",
            10 => $"c.li\t{target},{immediate}",
            11 => operation.Kind == K.Addi ? $"c.addi16sp\tsp,{immediate}" : $"c.lui\t{target},0x{((uint)immediate >> 12) & 0xfffff:x}",
            12 => Arithmetic(operation, near, second),
            13 => $"c.j\t{pc + (uint)immediate:x}",
            14 => $"c.beqz\t{near},{pc + (uint)immediate:x}",
            15 => $"c.bnez\t{near},{pc + (uint)immediate:x}",
            16 => $"c.slli\t{target},0x{immediate:x}",
            18 => $"c.lwsp\t{target},{immediate}(sp)",
            20 => Move(half, operation, target),
            _ => $"c.swsp\t{second},{immediate}(sp)",
        };
    }

    private static string Arithmetic(in Operation operation, string target, string second)
    {
        string name = "c." + Mnemonics.Of(operation.Kind).TrimEnd('i');
        return operation.Kind switch
        {
            K.Srli or K.Srai => $"{name}i\t{target},0x{operation.Immediate:x}",
            K.Andi => $"{name}i\t{target},{operation.Immediate}",
            _ => $"{name}\t{target},{second}",
        };
    }

    private static string Move(ushort half, in Operation operation, string target)
    {
        string source = RegisterNames.General((half >> 2) & 31);
        return operation.Kind switch
        {
            K.Ebreak => "c.ebreak",
            K.Jalr => $"{((half & 0x1000) != 0 ? "c.jalr" : "c.jr")}\t{target}",
            _ => $"{((half & 0x1000) != 0 ? "c.add" : "c.mv")}\t{target},{source}",
        };
    }
}
