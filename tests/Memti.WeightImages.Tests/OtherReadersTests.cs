using System.Buffers.Binary;
using System.Globalization;
using Memti.Documents.Words;
using Memti.WeightImages.Formats;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Tests;

/// <summary>Programs of others read the files to the same bytes.</summary>
public sealed class OtherReadersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static IEnumerable<RegionImage> Images =>
    [
        Sample.Image(),
        Sample.TaskImage("signs", 4),
        RegionImage.Of(
            Sample.Request(
                new ImageLayout { WordBits = 8, Packing = CellPacking.Nibble, BitOrder = BitOrder.MsbFirst, Ecc = Sample.Secded },
                Sample.Tensor("w", 8, 60000)) with { Address = 0xFFFC }),
        RegionImage.Of(
            Sample.Request(new ImageLayout { WordBits = 128, ByteOrder = ByteOrder.Big }, Sample.Tensor("w", 5, 77)) with {
                Address = 0x10
            }),
    ];

    [ToolFact("readelf", "objcopy")]
    public void Objcopy_takes_the_bytes_out_of_an_ELF_object()
    {
        foreach (RegionImage image in Images.Append(Wide()))
        {
            Write(image, "elf", "image.o");
            string target =
                $"elf{(image.Address > uint.MaxValue ? 64 : 32)}-{(image.Layout.ByteOrder == ByteOrder.Little ? "little" : "big")}";
            Tool.Run(_folder.Root, "objcopy", "-I", target, "-O", "binary", "image.o", "out.bin");
            File.ReadAllBytes(_folder.Path("out.bin")).ShouldBe(image.Bytes.ToArray());
        }
    }

    [ToolFact("readelf")]
    public void Readelf_has_nothing_to_warn_of_and_sees_address_and_symbols()
    {
        foreach (RegionImage image in Images.Append(Wide()))
        {
            Write(image, "elf", "image.o");
            string text = Tool.Run(_folder.Root, "readelf", "-a", "-W", "image.o");
            text.ShouldNotContain("arning");
            text.ShouldContain($".memti.{image.Name}");
            text.ShouldContain(image.Address.ToString(image.Address > uint.MaxValue ? "x16" : "x8", CultureInfo.InvariantCulture));
            text.ShouldContain($"memti_{image.Name.Replace('.', '_')}_start");
            text.ShouldContain($"memti_{image.Name.Replace('.', '_')}_size");
        }
    }

    [ToolFact("as", "ld", "objcopy")]
    public void Linkers_take_an_object_of_their_machine_and_find_its_symbols()
    {
        RegionImage image = Sample.Image();
        foreach (Toolchain chain in Toolchain.All.Where(static chain => chain.IsThere))
        {
            Write(image, chain.Format, "image.o");
            File.WriteAllText(
                _folder.Path("use.s"),
                $".section .rodata\n.globl use\nuse: {chain.Word} memti_{image.Name}_start, memti_{image.Name}_size\n.section "
                    + ".note.GNU-stack\n");
            File.WriteAllText(
                _folder.Path("place.ld"),
                $"ENTRY(use) SECTIONS {{ .rodata 0x1000 : {{ *(.rodata) }} .weights 0x{image.Address:x} : {{ *(.memti.*) }} /DISCARD/ "
                    + $": {{ *(.ARM.attributes .riscv.attributes) }} }} ASSERT(memti_{image.Name}_address == 0x{image.Address:x}, "
                    + $"\"address\")\n");
            Tool.Run(_folder.Root, chain.Prefix + "as", [.. chain.Assembler, "-o", "use.o", "use.s"]);
            Tool.Run(
                _folder.Root,
                chain.Prefix + "ld",
                [.. chain.Linker, "--fatal-warnings", "-T", "place.ld", "-o", "whole.elf", "use.o", "image.o"]);
            Tool.Run(_folder.Root, chain.Prefix + "objcopy", "-O", "binary", "-j", ".weights", "whole.elf", "out.bin");
            File.ReadAllBytes(_folder.Path("out.bin")).ShouldBe(image.Bytes.ToArray(), chain.Format);
            Tool.Run(_folder.Root, chain.Prefix + "objcopy", "-O", "binary", "-j", ".rodata", "whole.elf", "use.bin");
            BinaryPrimitives.ReadUInt32LittleEndian(File.ReadAllBytes(_folder.Path("use.bin"))).ShouldBe((uint)image.Address, chain.Format);
        }
    }

    [ToolFact("srec_cat")]
    public void Srec_cat_reads_Intel_HEX_to_the_bytes_at_their_address()
    {
        foreach (RegionImage image in Images)
        {
            Write(image, "ihex", "image.hex");
            Tool.Run(_folder.Root, "srec_cat", "image.hex", "-intel", "-offset", $"-0x{image.Address:x}", "-o", "out.bin", "-binary");
            File.ReadAllBytes(_folder.Path("out.bin")).ShouldBe(image.Bytes.ToArray());
        }
    }

    [ToolFact("iverilog", "vvp")]
    public void A_Verilog_simulator_reads_the_words_of_a_memh_file()
    {
        foreach (RegionImage image in Images)
        {
            Write(image, "memh", "image.memh");
            ulong first = image.Address / (ulong)image.Layout.WordBytes;
            File.WriteAllText(_folder.Path("bench.v"), $"""
                module bench;
                  reg [{image.Layout.WordBits - 1}:0] words [{first}:{first + (ulong)image.Words - 1}];
                  integer index;
                  initial begin
                    $readmemh("image.memh", words);
                    for (index = 0; index < {image.Words}; index = index + 1) $display("%h", words[index + {first}]);
                  end
                endmodule

                """);
            Tool.Run(_folder.Root, "iverilog", "-o", "bench.vvp", "bench.v");
            string[] words = Tool.Run(_folder.Root, "vvp", "bench.vvp").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            words.SelectMany(word => Ordered(Convert.FromHexString(word), image.Layout.ByteOrder)).ShouldBe(image.Bytes.ToArray());
        }
    }

    [ToolFact("gcc")]
    public void A_C_compiler_lays_the_array_out_as_the_image_lies()
    {
        foreach (RegionImage image in Images.Where(static image => image.Layout.ByteOrder == ByteOrder.Little))
        {
            Write(image, "c", "image.h");
            string name = "memti_" + image.Name.Replace('.', '_');
            File.WriteAllText(
                _folder.Path("print.c"),
                $"#include <stdio.h>\n#include \"image.h\"\nint main(void) {{ return fwrite({name}, 1, "
                    + $"{name.ToUpperInvariant()}_BYTES, fopen(\"out.bin\", \"wb\")) == sizeof {name} ? 0 : 1; }}\n");
            Tool.Run(_folder.Root, "gcc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-o", "print", "print.c");
            Tool.Run(_folder.Root, _folder.Path("print"));
            File.ReadAllBytes(_folder.Path("out.bin")).ShouldBe(image.Bytes.ToArray());
        }
    }

    public void Dispose() => _folder.Dispose();

    private static RegionImage Wide() =>
        RegionImage.Of(Sample.Request(new ImageLayout { WordBits = 64 }, Sample.Tensor("w", 8, 100)) with { Address = 0x12_3456_7800 });

    private static IEnumerable<byte> Ordered(byte[] word, ByteOrder order) => order == ByteOrder.Little ? word.Reverse() : word;

    private void Write(RegionImage image, string format, string name) =>
        File.WriteAllBytes(_folder.Path(name), ImageFormats.Find(format).Write(image));
}
