using Memti.Abstractions.Cells;
using Memti.Documents.Words;
using Memti.Scenarios.Images;
using Memti.Scenarios.Tests.Fakes;

namespace Memti.Scenarios.Tests;

public sealed class ImageSpecTests
{
    [Fact]
    public void A_memory_that_is_not_named_has_no_layout_of_its_own() => Samples.OnlyDesign(Samples.Whole).Images.ShouldBeEmpty();

    [Fact]
    public void An_empty_layout_is_the_default_one() => Layout("{}").ShouldBe(new ImageSpec());

    [Fact]
    public void Every_key_is_read() =>
        Layout(
            "{ word_bits: 128, byte_order: big, bit_order: msb_first, packing: nibble, ecc: { code: bch, data_bits: 256, "
                + "correctable_bits: 3 } }").ShouldBe(new ImageSpec
                {
                    WordBits = 128,
                    ByteOrder = ByteOrder.Big,
                    BitOrder = BitOrder.MsbFirst,
                    Packing = CellPacking.Nibble,
                    Ecc = new CorrectionRequest { Code = CorrectionCode.Bch, DataBits = 256, CorrectableBits = 3 },
                });

    [Theory]
    [InlineData("{ shared: { word_bits: 24 } }", "images.shared.word_bits")]
    [InlineData("{ shared: { packing: loose } }", "images.shared.packing")]
    [InlineData("{ shared: { ecc: { correctable_bits: 17 } } }", "images.shared.ecc.correctable_bits")]
    [InlineData("{ shared: { word_bit: 8 } }", "images.shared.word_bit")]
    [InlineData("{ sharde: { word_bits: 8 } }", "images.sharde")]
    public void What_cannot_be_is_a_finding_with_its_key(string images, string key) =>
        Samples.Read(Text(images)).Findings.ShouldHaveSingleItem().Key.ShouldBe(key);

    [Fact]
    public void A_design_changes_a_layout() =>
        Samples.OnlyDesign(
            Text("{ shared: { word_bits: 8 } }")
                + "\ndesigns:\n  only: { images: { shared: { word_bits: 64 } } }").Images["shared"].WordBits.ShouldBe(64);

    private static ImageSpec Layout(string text) => Samples.OnlyDesign(Text($"{{ shared: {text} }}")).Images["shared"];

    private static string Text(string images) => Samples.Whole + "\nimages: " + images;
}
