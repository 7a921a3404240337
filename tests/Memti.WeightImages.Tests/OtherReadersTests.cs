using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
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

    [ToolFact("srec_cat")]
    public void Srec_cat_reads_S_records_to_the_bytes_at_their_address()
    {
        foreach (RegionImage image in Images)
        {
            Write(image, "srec", "image.srec");
            Tool.Run(_folder.Root, "srec_cat", "image.srec", "-motorola", "-offset", $"-0x{image.Address:x}", "-o", "out.bin", "-binary");
            File.ReadAllBytes(_folder.Path("out.bin")).ShouldBe(image.Bytes.ToArray());
        }
    }

    [ToolFact("srec_cat")]
    public void Files_of_srec_cat_are_read_with_their_gaps()
    {
        byte[] first = [.. Enumerable.Range(0, 1000).Select(static value => (byte)(value * 7))];
        byte[] second = [.. Enumerable.Range(0, 60).Select(static value => (byte)value)];
        _folder.Write("first.bin", first);
        _folder.Write("second.bin", second);
        foreach ((string file, string[] form) in ((string, string[])[])[
            ("out.hex", ["-intel"]), ("segments.hex", ["-intel", "-address-length=3"]), ("out.srec", ["-motorola"]),
            ("out.s28", ["-motorola", "-address-length=3"]), ("out.vmem", ["-vmem", "8"])])
        {
            Tool.Run(
                _folder.Root,
                "srec_cat",
                [
                    "first.bin", "-binary", "-offset", "0xFE00", "second.bin", "-binary", "-offset", "0x50000", "-o", file,
                    .. form,
                ]);
            FlatImage image = Read(file);
            image.Ranges.Select(static range => range.Address).ShouldBe([0xFE00UL, 0x50000UL], file);
            image.Ranges[0].Bytes.ToArray().ShouldBe(first, file);
            image.Ranges[1].Bytes.ToArray().ShouldBe(second, file);
        }
    }

    [ToolFact("objcopy")]
    public void Files_of_objcopy_are_read()
    {
        byte[] bytes = [.. Enumerable.Range(0, 1000).Select(static value => (byte)(value * 3))];
        _folder.Write("in.bin", bytes);
        foreach ((string form, string file) in new[] { ("ihex", "out.hex"), ("srec", "out.srec"), ("verilog", "out.mem") })
        {
            Tool.Run(_folder.Root, "objcopy", "-I", "binary", "-O", form, "--change-addresses", "0xFF80", "in.bin", file);
            FlatImage image = Read(file);
            (image.Address, image.Ranges.Count).ShouldBe((0xFF80UL, 1), file);
            image.Bytes.ToArray().ShouldBe(bytes, file);
        }
    }

    [ToolFact("iverilog", "vvp")]
    public void What_a_Verilog_simulator_writes_back_is_read()
    {
        File.WriteAllText(_folder.Path("bench.v"), """
            module bench;
              reg [31:0] words [0:9];
              initial begin
                words[2] = 32'hDEADBEEF; words[3] = 1; words[8] = 2;
                $writememh("out.mem", words);
              end
            endmodule

            """);
        Tool.Run(_folder.Root, "iverilog", "-g2012", "-o", "bench.vvp", "bench.v");
        Tool.Run(_folder.Root, "vvp", "bench.vvp");
        FlatImage image = new VerilogMemory().Read(File.ReadAllBytes(_folder.Path("out.mem")), new WordForm(32, ByteOrder.Big));
        image.Ranges.Select(static range => (range.Address, Convert.ToHexString(range.Bytes.Span)))
            .ShouldBe([(8UL, "DEADBEEF00000001"), (32UL, "00000002")]);
    }

    [ToolFact("gcc")]
    public void The_default_link_of_gcc_takes_the_object_at_any_address()
    {
        if (RuntimeInformation.OSArchitecture != Architecture.X64)
            return;
        RegionImage image = Sample.Image();
        Write(image, "elf-x86_64", "weights.o");
        File.WriteAllText(_folder.Path("main.c"), """
            #include <stddef.h>
            #include <stdint.h>
            #include <stdio.h>
            extern const uint8_t memti_shared_start[], memti_shared_end[];
            extern const size_t memti_shared_bytes;
            extern const uintptr_t memti_shared_base;
            int main(void)
            {
                printf("%zu %zu %zx\n", (size_t)(memti_shared_end - memti_shared_start), memti_shared_bytes, (size_t)memti_shared_base);
                return fwrite(memti_shared_start, 1, memti_shared_bytes, fopen("out.bin", "wb")) == memti_shared_bytes ? 0 : 1;
            }

            """);
        foreach (string[] options in (string[][])[[], ["-O2"], ["-pie", "-fPIE"], ["-no-pie"], ["-O2", "-fPIC", "-pie"]])
        {
            Tool.Run(
                _folder.Root,
                "gcc",
                [.. options, "-Wall", "-Wextra", "-Werror", "-Wl,--fatal-warnings", "main.c", "weights.o", "-o", "main"]).ShouldBe("");
            Tool.Run(_folder.Root, _folder.Path("main")).ShouldBe($"{image.Bytes.Length} {image.Bytes.Length} {image.Address:x}\n");
            File.ReadAllBytes(_folder.Path("out.bin")).ShouldBe(image.Bytes.ToArray());
        }

        FlatImage program = Read("main");
        program.Ranges.Any(range => range.Bytes.Span.IndexOf(image.Bytes.Span) >= 0)
            .ShouldBeTrue("the segments of the program hold the image");
    }

    [ToolFact("as", "ld")]
    public void Linkers_place_the_object_in_a_program_for_any_address()
    {
        RegionImage image = Sample.Image();
        // The linker of riscv64-unknown-elf makes no such programs.
        foreach (Toolchain chain in Toolchain.All.Where(
            static chain => chain.IsThere && !chain.Format.StartsWith("elf-riscv", StringComparison.Ordinal)))
        {
            Write(image, chain.Format, "image.o");
            File.WriteAllText(
                _folder.Path("use.s"),
                $".section .text\n.globl _start\n_start: .long memti_{image.Name}_start - ., memti_{image.Name}_bytes - ., "
                    + $"memti_{image.Name}_base - .\n.section .note.GNU-stack,\"\",%progbits\n");
            Tool.Run(_folder.Root, chain.Prefix + "as", [.. chain.Assembler, "-o", "use.o", "use.s"]);
            Tool.Run(
                _folder.Root,
                chain.Prefix + "ld",
                [.. chain.Linker, "-pie", "-z", "text", "--fatal-warnings", "-o", "pie.elf", "use.o", "image.o"]);
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
                $"#include <stdio.h>\n#include \"image.h\"\nint main(void) {{ for (int i = 0; i < {name.ToUpperInvariant()}_TENSORS; i++) "
                    + $"printf(\"%s %u %u %d %d %u %u\\n\", {name}_tensors[i].name, {name}_tensors[i].offset, {name}_tensors[i].values, "
                    + $"{name}_tensors[i].bits, {name}_tensors[i].fraction_bits, {name}_tensors[i].dimensions, "
                    + $"{name}_tensors[i].shape[0]); "
                    + $"return fwrite({name}, 1, "
                    + $"{name.ToUpperInvariant()}_BYTES, fopen(\"out.bin\", \"wb\")) == sizeof {name} ? 0 : 1; }}\n");
            Tool.Run(_folder.Root, "gcc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-o", "print", "print.c");
            Tool.Run(_folder.Root, _folder.Path("print")).ShouldBe(
                string.Concat(
                    image.Tensors.Select(
                        static placed =>
                            $"{placed.Tensor.Name} {placed.OffsetBytes} {placed.Values} {placed.Tensor.Bits} {placed.Tensor.FractionBits} "
                                + $"1 {placed.Tensor.Shape[0]}\n")));
            File.ReadAllBytes(_folder.Path("out.bin")).ShouldBe(image.Bytes.ToArray());
        }
    }

    public void Dispose() => _folder.Dispose();

    private static RegionImage Wide() =>
        RegionImage.Of(Sample.Request(new ImageLayout { WordBits = 64 }, Sample.Tensor("w", 8, 100)) with { Address = 0x12_3456_7800 });

    private static IEnumerable<byte> Ordered(byte[] word, ByteOrder order) => order == ByteOrder.Little ? word.Reverse() : word;

    /// <summary>Reads a file by the end of its name; bytes for <c>$readmemh</c>.</summary>
    private FlatImage Read(string name)
    {
        string extension = Path.GetExtension(name);
        IImageFormat format = extension.Length == 0
            ? ImageFormats.Find("elf")
            : ImageFormats.All.First(format => format.OtherExtensions.Prepend(format.Extension).Contains(extension));
        return format.Read(File.ReadAllBytes(_folder.Path(name)), new WordForm(8, null));
    }

    private void Write(RegionImage image, string format, string name) =>
        File.WriteAllBytes(_folder.Path(name), ImageFormats.Find(format).Write(image));
}
