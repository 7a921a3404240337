using Memti.Plugins.RiscV.Instructions;
using K = Memti.Plugins.RiscV.Instructions.OperationKind;

namespace Memti.Plugins.RiscV.Debugging;

/// <summary>
/// Instructions as text, in the form of <c>objdump -M no-aliases</c>: mnemonic, tab, operands. Compressed instructions carry the names of
/// their own; targets of jumps are addresses. A control register that the core does not have is a number.
/// </summary>
internal static class Disassembler
{
    /// <summary>The text of an instruction.</summary>
    /// <param name="word">The instruction; of a compressed one, the low half.</param>
    /// <param name="pc">Its address.</param>
    public static string Text(uint word, uint pc)
    {
        Operation operation = Decoder.Decode(word);
        if (operation.Kind == K.Illegal)
            return operation.Length == 2 ? $".2byte\t0x{word & 0xffff:x4}" : $".4byte\t0x{word:x8}";
        return operation.Length == 2 ? CompressedText.Of((ushort)word, operation, pc) : FullText.Of(word, operation, pc);
    }
}
