using Memti.Abstractions.Cells;
using Memti.Arrays.Ecc;
using Memti.Arrays.Faults;
using Memti.Documents.Words;
using Memti.WeightImages.Layouts;
using Memti.WeightImages.Manifests;

namespace Memti.WeightImages.Tests;

/// <summary>Where each bit lies.</summary>
public sealed class LayoutTests
{
    private static readonly ImageTensor Three = new("w", [3], 8, 6, new ushort[] { 0xE2, 0x05, 0x7F });

    [Theory]
    [InlineData(ByteOrder.Little, BitOrder.LsbFirst, "E2057F00")]
    [InlineData(ByteOrder.Big, BitOrder.LsbFirst, "007F05E2")]
    [InlineData(ByteOrder.Big, BitOrder.MsbFirst, "E2057F00")]
    [InlineData(ByteOrder.Little, BitOrder.MsbFirst, "007F05E2")]
    public void Values_fill_words_in_both_orders(ByteOrder bytes, BitOrder bits, string expected) =>
        Hex(new ImageLayout { ByteOrder = bytes, BitOrder = bits }).ShouldBe(expected);

    // 0xE2 = 11 100 010 in cells of 2+3+3 bits: levels 3, 4, 2; 0x05: 0, 0, 5; 0x7F: 1, 7, 7.
    [Theory]
    [InlineData(CellPacking.Nibble, BitOrder.LsbFirst, ByteOrder.Little, "4302507107000000")]
    [InlineData(CellPacking.Nibble, BitOrder.LsbFirst, ByteOrder.Big, "7150024300000007")]
    [InlineData(CellPacking.Nibble, BitOrder.MsbFirst, ByteOrder.Little, "1705203400000070")]
    [InlineData(CellPacking.Nibble, BitOrder.MsbFirst, ByteOrder.Big, "3420051770000000")]
    [InlineData(CellPacking.Byte, BitOrder.LsbFirst, ByteOrder.Little, "030402000005010707000000")]
    [InlineData(CellPacking.Byte, BitOrder.LsbFirst, ByteOrder.Big, "000204030701050000000007")]
    [InlineData(CellPacking.Byte, BitOrder.MsbFirst, ByteOrder.Little, "000204030701050000000007")]
    [InlineData(CellPacking.Byte, BitOrder.MsbFirst, ByteOrder.Big, "030402000005010707000000")]
    [InlineData(CellPacking.Dense, BitOrder.LsbFirst, ByteOrder.Little, "53A0FD00")]
    [InlineData(CellPacking.Dense, BitOrder.LsbFirst, ByteOrder.Big, "00FDA053")]
    [InlineData(CellPacking.Dense, BitOrder.MsbFirst, ByteOrder.Little, "007F05E2")]
    [InlineData(CellPacking.Dense, BitOrder.MsbFirst, ByteOrder.Big, "E2057F00")]
    public void Levels_take_fields_of_their_own(CellPacking packing, BitOrder bits, ByteOrder bytes, string expected) =>
        Hex(new ImageLayout { Packing = packing, BitOrder = bits, ByteOrder = bytes }).ShouldBe(expected);

    [Fact]
    public void Dense_levels_run_on_over_the_borders_of_words()
    {
        ImageLayout layout = new() { WordBits = 8, Packing = CellPacking.Dense };
        RegionImage image = RegionImage.Of(Sample.Request(layout, Three));

        image.Levels.ToArray().ShouldBe(new byte[] { 3, 4, 2, 0, 0, 5, 1, 7, 7 });
        Convert.ToHexString(image.Bytes.Span).ShouldBe("53A0FD");
        (image.Words, image.Cells, image.DataBits, image.CheckBits).ShouldBe((3, 9, 24, 0));
    }

    [Fact]
    public void A_tensor_begins_at_a_whole_word_and_padding_is_zero()
    {
        RegionImage image = RegionImage.Of(Sample.Request(new ImageLayout { WordBits = 64 }, Three, Three));

        image.Tensors
            .Select(static tensor => (tensor.OffsetBytes, tensor.Bytes, tensor.FirstCell, tensor.Cells))
            .ShouldBe([(0L, 8L, 0L, 24L), (8L, 8L, 24L, 24L)]);
        Convert.ToHexString(image.Bytes.Span).ShouldBe("E2057F0000000000E2057F0000000000");
    }

    [Fact]
    public void Gray_cells_hold_the_level_that_stands_for_the_bits()
    {
        ImageRequest request = Sample.Request(new ImageLayout { Packing = CellPacking.Dense }, Three) with
        {
            CodecOf = Sample.Cells(3, CellEncoding.Gray)
        };
        RegionImage.Of(request).Levels.ToArray().ShouldBe(new byte[] { 2, 7, 3, 0, 0, 6, 1, 5, 5 });
    }

    [Fact]
    public void Check_bits_follow_the_values_of_each_word_as_the_fault_model_places_them()
    {
        ImageLayout layout = new() { Packing = CellPacking.Byte, WordBits = 8, Ecc = new CorrectionRequest { DataBits = 16 } };
        RegionImage image = RegionImage.Of(Sample.Request(layout, Three));
        var code = new Secded(16);
        var cells = new CheckCells(code.CheckBits, 3, CellEncoding.NaturalBinary);
        byte[] check = new byte[1];
        code.Encode([0xE2, 0x05], check);

        image.Bytes.ToArray().ShouldBe(image.Levels.ToArray());
        image.Bytes.Span[6..(6 + cells.Count)].ToArray().ShouldBe([cells.Level(check, 0), cells.Level(check, 1)]);
        (image.Cells, image.CheckBits).ShouldBe((2 * (6 + cells.Count), 2 * code.CheckBits));
    }

    [Fact]
    public void A_last_word_of_a_code_is_filled_up_with_zeros()
    {
        ImageLayout layout = new() { WordBits = 8, Ecc = new CorrectionRequest { DataBits = 16 } };
        RegionImage image = RegionImage.Of(Sample.Request(layout, Three));
        byte[] check = new byte[1];
        new Secded(16).Encode([0x7F, 0x00], check);

        // 22 bits a word: the second begins at bit 22 of the stream.
        ulong bits = BitConverter.ToUInt64([.. image.Bytes.ToArray(), 0, 0]);
        (bits >> 22 & 0xFFFF).ShouldBe(0x007FUL);
        (bits >> 38 & 0x3F).ShouldBe(check[0]);
    }

    [Fact]
    public void An_image_decodes_to_its_values_in_every_layout() => Prop.ForAll(Layouts(), static drawn =>
    {
        RegionImage image = RegionImage.Of(drawn);
        return image.Tensors
            .All(
                placed =>
                    ImageDecoder.Decode(image.Layout, Described(placed), image.Bytes.Span).Codes.Span
                        .SequenceEqual(placed.Tensor.Codes.Span));
    }).QuickCheckThrowOnFailure();

    /// <summary>Requests of every layout with tensors of 2 to 16 bits.</summary>
    internal static Arbitrary<ImageRequest> Layouts() => Arb.From(
        from word in Gen.Elements(8, 16, 32, 64, 128)
        from bytes in Gen.Elements(ByteOrder.Little, ByteOrder.Big)
        from order in Gen.Elements(BitOrder.LsbFirst, BitOrder.MsbFirst)
        from packing in Gen.Elements(CellPacking.Values, CellPacking.Dense, CellPacking.Nibble, CellPacking.Byte)
        from bits in Gen.Choose(2, 16)
        from cell in Gen.Choose(1, 4)
        from gray in Gen.Elements(CellEncoding.NaturalBinary, CellEncoding.Gray)
        from ecc in Gen.Elements<CorrectionRequest?>(
            null, new CorrectionRequest(), new CorrectionRequest { Code = CorrectionCode.Bch, CorrectableBits = 3 })
        from count in Gen.Choose(0, 70)
        from seed in Gen.Choose(0, 1000)
        select new ImageRequest
        {
            Region = "shared",
            Memory = "rram",
            Address = 0x40000000,
            Layout = new ImageLayout
            {
                WordBits = word,
                ByteOrder = bytes,
                BitOrder = order,
                Packing = packing,
                Ecc = ecc is null ? null : ecc with { DataBits = 4 * bits }
            },
            CodecOf = Sample.Cells(cell, gray),
            Tensors = [Sample.Tensor("a", bits, count, seed), Sample.Tensor("b", bits, 5, seed + 1)],
        });

    internal static ManifestTensor Described(PlacedTensor placed) => new(
        placed.Tensor.Name,
        placed.Tensor.Shape,
        placed.Tensor.Bits,
        placed.Tensor.FractionBits,
        placed.Codec?.Cells.ToString(),
        placed.Codec?.Encoding == CellEncoding.Gray ? "gray" : "natural_binary",
        placed.OffsetBytes,
        placed.Values);

    private static string Hex(ImageLayout layout) => Convert.ToHexString(RegionImage.Of(Sample.Request(layout, Three)).Bytes.Span);
}
