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
            8 => $"c.addi\t{target},{immediate}",
            9 => $"c.jal\t0x{pc + (uint)immediate:x}",
            10 => $"c.li\t{target},{immediate}",
            11 => operation.Kind == K.Addi ? $"c.addi16sp\tsp,{immediate}" : $"c.lui\t{target},0x{((uint)immediate >> 12) & 0xfffff:x}",
            12 => Arithmetic(operation, near, second),
            13 => $"c.j\t0x{pc + (uint)immediate:x}",
            14 => $"c.beqz\t{near},0x{pc + (uint)immediate:x}",
            15 => $"c.bnez\t{near},0x{pc + (uint)immediate:x}",
            16 => Shift("c.slli", target, immediate),
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
            K.Srli or K.Srai => Shift($"{name}i", target, operation.Immediate),
            K.Andi => $"{name}i\t{target},{operation.Immediate}",
            _ => $"{name}\t{target},{second}",
        };
    }

    // A shift by zero is a hint, whose encoding means a shift by 64 for registers of 128 bits.
    private static string Shift(string name, string target, int amount) =>
        amount == 0 ? $"{name}64\t{target}" : $"{name}\t{target},0x{amount:x}";

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
