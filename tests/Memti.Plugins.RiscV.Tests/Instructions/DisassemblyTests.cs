using System.Runtime.InteropServices;
using Memti.Plugins.RiscV.Debugging;
using Memti.Plugins.RiscV.Instructions;
using Memti.Plugins.RiscV.Tests.Machines;
using Xunit.Abstractions;

namespace Memti.Plugins.RiscV.Tests.Instructions;

/// <summary>What the decoder accepts, and how it reads, against the GNU disassembler.</summary>
public sealed class DisassemblyTests(ITestOutputHelper output)
{
    [ToolFact(Objdump.Name, Objdump.Assembler, Objdump.Copier)]
    public void Every_compressed_word_reads_as_in_objdump()
    {
        ushort[] words = [.. Enumerable.Range(0, 1 << 16).Select(static word => (ushort)word).Where(static word => (word & 3) != 3)];
        Dictionary<uint, string> lines = Objdump.Of(MemoryMarshal.AsBytes<ushort>(words).ToArray());
        Differences(words.Select((word, index) => ((uint)word, (uint)index * 2)), lines).ShouldBeEmpty();
    }

    [ToolFact(Objdump.Name, Objdump.Assembler, Objdump.Copier)]
    public void A_million_random_words_read_as_in_objdump()
    {
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        uint[] words = [.. RandomWords(seed).Take(1_000_000)];
        Dictionary<uint, string> lines = Objdump.Of(MemoryMarshal.AsBytes<uint>(words).ToArray());
        Differences(words.Select((word, index) => (word, (uint)index * 4)), lines).ShouldBeEmpty($"seed {seed}");
    }

    [Fact]
    public void Longer_instructions_are_illegal()
    {
        for (uint upper = 0; upper < 1 << 11; upper++)
            Decoder.Decode((upper << 21) | 0x1f).Kind.ShouldBe(OperationKind.Illegal);
    }

    // Words of four bytes; half of them with an opcode that the core has.
    private static IEnumerable<uint> RandomWords(int seed)
    {
        uint[] opcodes = [0x03, 0x0f, 0x13, 0x17, 0x23, 0x2f, 0x33, 0x37, 0x63, 0x67, 0x6f, 0x73];
        var random = new Random(seed);
        while (true)
        {
            uint word = (uint)random.NextInt64(1L << 32) | 3;
            if (random.Next(2) == 0)
                word = (word & 0xffffff80) | opcodes[random.Next(opcodes.Length)];
            if ((word & 0x1f) != 0x1f)
                yield return word;
        }
    }

    // One of each pair of mnemonics.
    private static string[] Differences(IEnumerable<(uint Word, uint Address)> words, Dictionary<uint, string> lines) =>
    [
        .. words.Select(pair => (pair.Word, Ours: Disassembler.Text(pair.Word, pair.Address), Theirs: lines[pair.Address]))
            .Where(static row => !IsEqual(row.Word, row.Ours, row.Theirs))
            .GroupBy(static row => (row.Ours.Split('\t')[0], row.Theirs.Split('\t')[0]), static row => $"{row.Word:x8}: {row.Ours} | {row.Theirs}")
            .Select(static group => group.First()),
    ];

    private static bool IsEqual(uint word, string ours, string theirs)
    {
        if (ours.StartsWith('.'))
            return theirs.StartsWith('.') || IsIllegalHere(word, theirs);
        if (theirs.StartsWith('.'))
            return HasIgnoredFields(word);
        return ours == theirs || IsOtherRegister(word, ours, theirs);
    }

    private static bool IsIllegalHere(uint word, string theirs) => (word & 3) == 3
        ? IsWideShift(word) || IsOtherPrivilege(word)
        : word == 0x0000 ? theirs == "c.unimp" : word == 0x6101 ? theirs == "c.addi16sp\tsp,0" : IsWideCompressedShift(word);

    // Shifts by 32 and more exist with wider registers; objdump reads them for any width.
    private static bool IsWideShift(uint word) => (word & 0x7f) == 0x13 && (word & 0x3000) == 0x1000 && (word & 0x02000000) != 0;

    private static bool IsWideCompressedShift(uint word) =>
        (word & 0x1000) != 0 && ((word & 0xe003) == 0x0002 || ((word & 0xe003) == 0x8001 && (word & 0x0800) == 0));

    // Instructions of supervisors, hypervisors and debuggers. This core has machine mode alone.
    private static bool IsOtherPrivilege(uint word) => (word & 0x7f) == 0x73 && (word & 0x3000) == 0;

    // The specification asks to ignore the reserved fields of FENCE and FENCE.I; objdump does not.
    private static bool HasIgnoredFields(uint word) =>
        (word & 0x707f) is 0x0f or 0x100f && (word & ((word & 0x707f) == 0x0f ? 0xf00f8f80 : 0xffff8f80)) != 0;

    // objdump has names for control registers that the core does not have.
    private static bool IsOtherRegister(uint word, string ours, string theirs)
    {
        string number = $",0x{word >> 20:x},";
        string[] parts = theirs.Split(',');
        return (word & 0x7f) == 0x73 && ours.Contains(number) && parts.Length == 3 && ours == $"{parts[0]}{number}{parts[2]}";
    }
}
