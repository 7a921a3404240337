using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Formats;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Tests;

/// <summary>Files of each form, written and read.</summary>
public sealed class FormatTests
{
    public static TheoryData<string> Formats => [.. ImageFormats.All.Select(static format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_reads_back_to_its_bytes_and_address_in_every_layout(string name)
    {
        IImageFormat format = ImageFormats.Find(name);
        Prop.ForAll(LayoutTests.Layouts(), request =>
        {
            RegionImage image = RegionImage.Of(request);
            FlatImage read = format.Read(format.Write(image));
            return read.Bytes.Span.StartsWith(image.Bytes.Span)
                && read.Bytes.Length - image.Bytes.Length < format.BlockBytes
                && read.Bytes.Span[image.Bytes.Length..].IndexOfAnyExcept((byte)0) < 0
                && (read.Address ?? image.Address) == image.Address;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_image_gives_the_same_file(string name) =>
        ImageFormats.Find(name).Write(Sample.Image()).ShouldBe(ImageFormats.Find(name).Write(Sample.Image()));

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_region_without_values_is_an_image_too(string name)
    {
        RegionImage image = RegionImage.Of(Sample.Request(new ImageLayout()));
        ImageFormats.Find(name).Read(ImageFormats.Find(name).Write(image)).Bytes.Length.ShouldBe(0);
    }

    [Theory]
    [InlineData("ihex")]
    [InlineData("srec")]
    [InlineData("memh")]
    [InlineData("c")]
    [InlineData("elf")]
    public void A_file_cut_off_anywhere_is_refused_or_holds_less(string name)
    {
        IImageFormat format = ImageFormats.Find(name);
        byte[] file = format.Write(Sample.Image());
        for (int length = 0; length < file.Length; length++)
            TryRead(format, file[..length])?.Bytes.Length.ShouldBeLessThanOrEqualTo(Sample.Image().Bytes.Length);
    }

    [Theory]
    [InlineData("ihex")]
    [InlineData("srec")]
    [InlineData("uf2")]
    [InlineData("memh")]
    [InlineData("c")]
    [InlineData("elf")]
    [InlineData("elf-x86_64")]
    public void A_file_with_any_wrong_bytes_is_read_or_refused_by_a_finding(string name)
    {
        IImageFormat format = ImageFormats.Find(name);
        byte[] file = format.Write(Sample.Image());
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ListOf(6).ToArbitrary(), places =>
        {
            byte[] wrong = [.. file];
            foreach (int place in places)
                wrong[place % wrong.Length] = (byte)(place >> 16);
            // Digits are hit more often than not when a line is moved.
            int cut = places[0] % wrong.Length;
            byte[] moved = [.. wrong[cut..], .. wrong[..cut]];
            TryRead(format, wrong);
            TryRead(format, moved);
            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("ihex")]
    [InlineData("srec")]
    [InlineData("uf2")]
    [InlineData("memh")]
    [InlineData("c")]
    [InlineData("elf")]
    public void What_is_of_another_form_is_refused_with_a_place(string name)
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => ImageFormats.Find(name).Read("what is this?\n"u8)).Diagnostic;
        (finding.Code, finding.Key, finding.Value).ShouldBe((WeightImageCodes.ImageUnreadable, "offset", "0"));
    }

    [Fact]
    public void A_format_that_does_not_exist_says_which_do()
    {
        Diagnostic finding = Should.Throw<MemtiException>(static () => ImageFormats.Find("ihx")).Diagnostic;
        (finding.Code, finding.Value, finding.Permitted).ShouldBe(
            (
                WeightImageCodes.UnknownImageFormat,
                "ihx",
                "bin, ihex, srec, uf2, uf2-rp2040, uf2-rp2350-arm-s, uf2-rp2350-riscv, uf2-samd51, uf2-nrf52840, uf2-stm32f4, "
                    + "uf2-stm32h7, uf2-mimxrt10xx, memh, c, elf, elf-arm, elf-aarch64, elf-riscv32, elf-riscv64, elf-x86_64"));
        finding.Message.ShouldContain("Did you mean 'ihex'?");
    }

    [Fact]
    public void Intel_HEX_has_records_with_the_upper_halves_of_addresses() => Text("ihex", 0x1FFF8).ShouldBe("""
        :020000040001F9
        :08FFF8000001020304050607E5
        :020000040002F8
        :0800000008090A0B0C0D0E0F9C
        :00000001FF

        """);

    [Fact]
    public void Forms_with_addresses_of_32_bits_refuse_others()
    {
        RegionImage image = Bytes(0x1_0000_0000);
        foreach (string format in new[] { "ihex", "srec", "uf2", "elf-arm", "elf-riscv32" })
            Should.Throw<MemtiException>(() => ImageFormats.Find(format).Write(image)).Diagnostic.Code
                .ShouldBe(WeightImageCodes.ImageAddress);
        ImageFormats.Find("elf").Read(ImageFormats.Find("elf").Write(image)).Address.ShouldBe(0x1_0000_0000UL);
    }

    [Fact]
    public void A_wrong_checksum_is_found_with_its_record()
    {
        byte[] file = ImageFormats.Find("ihex").Write(Bytes(0x1FFF8));
        file[26] ^= 1;
        Should.Throw<MemtiException>(() => ImageFormats.Find("ihex").Read(file)).Diagnostic.Value.ShouldBe("16");
    }

    [Fact]
    public void Words_for_readmemh_stand_most_significant_digit_first() => Text("memh", 0x100).ShouldBe("""
        // memti weight image shared: 4 words; @ is the address divided by the bytes of a word
        // address=0x00000100 word_bits=32 byte_order=little
        @40
        03020100
        07060504
        0b0a0908
        0f0e0d0c

        """);

    [Fact]
    public void A_C_header_is_an_array_with_its_address() => Text("c", 0x100).ShouldBe("""
        /* memti weight image shared */
        #ifndef MEMTI_SHARED_H
        #define MEMTI_SHARED_H

        #include <stdint.h>

        #define MEMTI_SHARED_ADDRESS UINT64_C(0x00000100)
        #define MEMTI_SHARED_BYTES 16
        #define MEMTI_SHARED_WORDS 4
        #define MEMTI_SHARED_WORD_BITS 32
        #define MEMTI_SHARED_LITTLE_ENDIAN 1

        #ifndef MEMTI_ALIGNED
        #ifdef __cplusplus
        #define MEMTI_ALIGNED(bytes) alignas(bytes)
        #else
        #define MEMTI_ALIGNED(bytes) _Alignas(bytes)
        #endif
        #endif

        MEMTI_ALIGNED(4) static const uint32_t memti_shared[4] = {
            0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c,
        };

        #ifndef MEMTI_TENSOR
        #define MEMTI_TENSOR 1
        /* A tensor of a weight image. A code c of its values stands for c x 2^-fraction_bits. */
        struct memti_tensor {
            const char *name;
            uint32_t offset;       /* first byte, from the start of the array */
            uint32_t bytes;        /* in the array, whole words */
            uint32_t values;
            int16_t bits;          /* of a value */
            int16_t fraction_bits;
            uint32_t dimensions;
            const uint32_t *shape; /* sizes, outermost first */
        };
        #endif

        #define MEMTI_SHARED_TENSORS 1
        static const uint32_t memti_shared_shapes[1] = { 16 };
        static const struct memti_tensor memti_shared_tensors[MEMTI_SHARED_TENSORS] = {
            { "w", 0, 16, 16, 8, 0, 1, memti_shared_shapes + 0 },
        };

        #endif

        """);

    /// <summary>Bytes 0 to 15 at an address.</summary>
    private static RegionImage Bytes(ulong address) => RegionImage.Of(Sample.Request(
        new ImageLayout(), new ImageTensor("w", [16], 8, 0, Enumerable.Range(0, 16).Select(static value => (ushort)value).ToArray())) with
    { Address = address });

    private static string Text(string format, ulong address) => Encoding.ASCII.GetString(ImageFormats.Find(format).Write(Bytes(address)));

    private static FlatImage? TryRead(IImageFormat format, byte[] file)
    {
        try
        {
            return format.Read(file);
        }
        catch (MemtiException)
        {
            return null;
        }
    }
}
