using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Executables;
using Memti.Simulation.Executables;

namespace Memti.Runs.Tests.Executables;

public sealed class ElfReaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-elf-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Segments_lie_at_their_physical_addresses_in_order()
    {
        Executable executable = Read(new ElfFile()
            .Segment(0x8000_0000, 0x2000_0010, [5, 6], 64)
            .Segment(0x2000_0000, 1, 2, 3, 4));
        executable.Entry.ShouldBe(0x2000_0000ul);
        executable.Segments.Select(static segment => segment.Address).ShouldBe([0x2000_0000ul, 0x2000_0010ul]);
        executable.Segments[1].Contents.ToArray().ShouldBe([5, 6], "what is beyond the bytes of the file is the start file's work");
    }

    [Fact]
    public void A_segment_without_bytes_is_not_placed() =>
        Read(new ElfFile().Segment(0x2000_0000, 1).Segment(0x8000_0000, 0x2000_0000, [], 4096)).Segments.Count.ShouldBe(1);

    [Fact]
    public void Addresses_lead_to_functions_and_offsets()
    {
        SymbolTable symbols = Read(new ElfFile().Segment(0x2000_0000, new byte[64])
            .Function("main", 0x2000_0010, 8)
            .Symbol("_start", 0x2000_0000, 0, type: 0)
            .Symbol("$x", 0x2000_0004, 0, type: 0)
            .Symbol("table", 0x2000_0020, 16, type: 1)
            .Function("last", 0x2000_0030, 0)).Symbols;
        symbols.Describe(0x2000_0000).ShouldBe("0x20000000 (_start)");
        symbols.Describe(0x2000_000F).ShouldBe("0x2000000f (_start+0xf)");
        symbols.Describe(0x2000_0014).ShouldBe("0x20000014 (main+0x4)");
        symbols.Describe(0x2000_0018).ShouldBe("0x20000018", "after the end of main");
        symbols.Describe(0x2000_003F).ShouldBe("0x2000003f (last+0xf)");
        symbols.Find(0x2000_0040).ShouldBeNull();
        symbols.Find(0).ShouldBeNull();
    }

    [Fact]
    public void A_file_without_symbols_has_none() =>
        Read(new ElfFile().Segment(0x2000_0000, 1)).Symbols.Find(0x2000_0000).ShouldBeNull();

    [Fact]
    public void A_file_that_is_missing_is_named() =>
        Refused(() => ElfReader.Read(Path.Combine(_folder.FullName, "none.elf"), ElfFile.RiscV), DiagnosticCode.FileUnreadable);

    [Theory]
    [InlineData("")]
    [InlineData("#!/bin/sh and then something that is long enough for a header of 52 bytes\n")]
    public void What_is_no_elf_file_is_refused(string text)
    {
        string path = Path.Combine(_folder.FullName, "text.elf");
        File.WriteAllText(path, text);
        Refused(() => ElfReader.Read(path, ElfFile.RiscV), ExecutableCodes.NotExecutable).File.ShouldBe(path);
    }

    [Fact]
    public void Another_processor_is_refused() =>
        Refused(new ElfFile { Machine = 40 }.Segment(0x2000_0000, 1), ExecutableCodes.OtherProcessor).Message.ShouldContain("40");

    [Fact]
    public void Another_word_size_is_refused() =>
        Refused(new ElfFile { Class = 2 }.Segment(0x2000_0000, 1), ExecutableCodes.OtherProcessor).Permitted.ShouldBe("ELFCLASS32");

    [Fact]
    public void Another_byte_order_is_refused() =>
        Refused(new ElfFile { Order = 2 }.Segment(0x2000_0000, 1), ExecutableCodes.OtherProcessor).Permitted.ShouldBe("ELFDATA2LSB");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void What_is_not_linked_for_fixed_addresses_is_refused(ushort type) =>
        Refused(new ElfFile { Type = type }.Segment(0x2000_0000, 1), ExecutableCodes.NotExecutable);

    [Fact]
    public void A_file_with_nothing_to_load_is_refused() =>
        Refused(new ElfFile().Segment(0x2000_0000, 0x2000_0000, [], 16), ExecutableCodes.NotExecutable);

    [Fact]
    public void Segments_that_overlap_by_their_physical_addresses_are_refused() =>
        Refused(
            new ElfFile().Segment(0x2000_0000, new byte[17]).Segment(0x8000_0000, 0x2000_0010, [1], 1),
            ExecutableCodes.SegmentsOverlap).Message.ShouldContain("0x20000000 to 0x20000010");

    [Fact]
    public void Segments_that_touch_are_none_that_overlap() =>
        Read(new ElfFile().Segment(0x2000_0000, new byte[16]).Segment(0x2000_0010, 1)).Segments.Count.ShouldBe(2);

    [Fact]
    public void An_entry_outside_every_segment_is_refused() =>
        Refused(new ElfFile { Entry = 0x2000_0004 }.Segment(0x2000_0000, 1, 2, 3, 4), ExecutableCodes.EntryOutside)
            .Message.ShouldContain("0x20000004");

    [Fact]
    public void A_segment_must_lie_in_one_memory_as_a_whole()
    {
        Executable executable = Read(new ElfFile().Segment(0x2000_0FFE, [1, 2, 3]).Segment(0x2000_0000, 1));
        MappedRange code = new("code", 0x2000_0000, 0x1000);
        ElfReader.Place(executable, [code with { Bytes = 0x2000 }]);
        Diagnostic refused = Refused(
            () => ElfReader.Place(executable, [code, new("next", 0x2000_1000, 0x1000)]), ExecutableCodes.SegmentOutside);
        refused.Message.ShouldContain("0x20000ffe to 0x20001000");
        refused.Permitted.ShouldNotBeNull().ShouldContain("'code' at 0x20000000 to 0x20000fff");
        Refused(() => ElfReader.Place(executable, []), ExecutableCodes.SegmentOutside);
    }

    [Fact]
    public void A_file_that_ends_too_early_or_is_damaged_is_an_answer()
    {
        byte[] whole = new ElfFile().Segment(0x2000_0000, new byte[64]).Function("main", 0x2000_0000, 8).Bytes();
        var random = new Random(7);
        for (int turn = 0; turn < 400; turn++)
        {
            byte[] damaged = turn < 200 ? whole[..(whole.Length * turn / 200)] : [.. whole];
            for (int hit = 0; turn >= 200 && hit < 3; hit++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            string path = Path.Combine(_folder.FullName, "damaged.elf");
            File.WriteAllBytes(path, damaged);
            if (Record.Exception(() => ElfReader.Read(path, ElfFile.RiscV)) is { } error)
                error.ShouldBeOfType<MemtiException>().Diagnostic.Code.ShouldStartWith("MEMTI42");
        }
    }

    private Executable Read(ElfFile file) => ElfReader.Read(file.Save(_folder.FullName), ElfFile.RiscV);

    private Diagnostic Refused(ElfFile file, string code) => Refused(() => Read(file), code);

    private static Diagnostic Refused(Action act, string code)
    {
        Diagnostic diagnostic = Should.Throw<MemtiException>(act).Diagnostic;
        diagnostic.Code.ShouldBe(code);
        return diagnostic;
    }
}
