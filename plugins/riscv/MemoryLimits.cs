using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Processors;

namespace Memti.Plugins.RiscV;

/// <summary>What a core of 32 bits asks of the memories around it.</summary>
internal static class MemoryLimits
{
    /// <summary>Most wait states of a word: the cycles of an instruction are kept in 16 bits.</summary>
    public const int MostReadWaits = 60_000;

    private const ulong AddressSpace = 1UL << 32;

    /// <summary>Checks the memories.</summary>
    /// <exception cref="MemtiException">A memory ends beyond the address space, or is too slow.</exception>
    public static void Check(IReadOnlyList<CoreMemory> memories)
    {
        foreach (CoreMemory memory in memories)
        {
            if (memory.Base >= AddressSpace || memory.Base + (ulong)memory.Bytes > AddressSpace)
                throw Unreachable(memory, $"ends at 0x{memory.Base + (ulong)memory.Bytes:x}", "up to 0x100000000");
            if (memory.ReadWaits > MostReadWaits)
                throw Unreachable(memory, $"has {memory.ReadWaits} wait states per word", $"0 to {MostReadWaits}");
        }
    }

    private static MemtiException Unreachable(CoreMemory memory, string what, string permitted) => new(
        new Diagnostic(
            RiscVCodes.UnreachableMemory,
            $"memory '{memory.Name}' {what}, which a RISC-V core of 32 bits cannot use; permitted: {permitted}.")
        {
            Value = memory.Name,
            Permitted = permitted,
        });
}
