using System.Buffers.Binary;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Executables;

namespace Memti.Runs.Tests.Executables;

/// <summary>Broken and overgrown executables are read or are a finding.</summary>
public sealed class ElfFuzzTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Broken_executables_are_read_or_a_finding() => FuzzedReader.Read(
        1,
        [
            new ElfFile().Segment(0x2000_0000, new byte[64])
                .Function("main", 0x2000_0010, 8)
                .Symbol("_start", 0x2000_0000, 0, type: 0)
                .Bytes(),
            new ElfFile().Segment(0x8000_0000, 0x2000_0010, [5, 6], 64).Segment(0x2000_0000, 1, 2, 3, 4).Bytes(),
        ],
        Read);

    [Fact]
    public void Many_labels_at_one_address_take_one_pass()
    {
        ElfFile elf = new ElfFile().Segment(0x2000_0000, new byte[64]);
        for (int label = 0; label < 200_000; label++)
            elf.Symbol("a", 0x2000_0000, 0, type: 2);
        FuzzedReader.Watch(elf.Bytes(), Read, "200,000 labels");
    }

    [Fact]
    public void A_number_of_sections_that_stands_in_the_first_of_them_is_a_finding()
    {
        byte[] file = new ElfFile().Segment(0x2000_0000, new byte[64]).Function("main", 0x2000_0010, 8).Bytes();
        int sections = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(0x20));
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(0x30), 0);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(sections + 20), 0x1000_0000);
        FuzzedReader.Watch(
            file,
            bytes => Should.Throw<MemtiException>(() => Read(bytes)).Diagnostic.Message.ShouldContain("number of sections"),
            "a number of sections in the first of them");
    }

    [Fact]
    public void Names_that_never_end_are_a_finding()
    {
        ElfFile elf = new ElfFile().Segment(0x2000_0000, new byte[64]);
        for (int label = 0; label < 50_000; label++)
            elf.Symbol("a", 0x2000_0000 + (uint)label, 1, type: 2);
        byte[] file = elf.Bytes();
        int sections = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(0x20));
        int names = sections + (3 * 40);
        int start = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(names + 16));
        int length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(names + 20));
        file.AsSpan(start, length - 1).Fill((byte)'a');
        FuzzedReader.Watch(file, Read, "names that never end");
    }

    public void Dispose() => _folder.Dispose();

    private void Read(byte[] file) => ElfReader.Read(_folder.Write("a.elf", file), ElfFile.RiscV);
}
