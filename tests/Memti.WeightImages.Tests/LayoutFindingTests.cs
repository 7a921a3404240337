using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Codes;
using Memti.Documents.Words;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Formats;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Tests;

/// <summary>Layouts that cannot be.</summary>
public sealed class LayoutFindingTests
{
    private static readonly ImageTensor Tensor = Sample.Tensor("w", 8, 10);

    [Fact]
    public void A_region_that_is_too_small_says_how_many_bytes_are_missing()
    {
        Diagnostic finding = Refused(Sample.Request(new ImageLayout(), Tensor) with { CapacityBytes = 9 });

        finding.Code.ShouldBe(WeightImageCodes.RegionTooSmall);
        (finding.Key, finding.Value, finding.Permitted).ShouldBe(("capacity_bytes", "9", "12 or more"));
        finding.Message.ShouldContain("needs 12 bytes and has 9: 3 bytes are missing");
    }

    [Fact]
    public void A_word_has_8_to_128_bits() =>
        Key(Sample.Request(new ImageLayout { WordBits = 24 }, Tensor)).ShouldBe((WeightImageCodes.BadImageLayout, "word_bits"));

    [Fact]
    public void Levels_need_cells() =>
        Key(Sample.Request(new ImageLayout { Packing = CellPacking.Dense }, Tensor) with { CodecOf = static _ => null })
            .ShouldBe((WeightImageCodes.BadImageLayout, "packing"));

    [Fact]
    public void A_cell_of_five_bits_does_not_fit_a_nibble() =>
        Key(Sample.Request(new ImageLayout { Packing = CellPacking.Nibble }, Tensor) with { CodecOf = Sample.Cells(5) })
            .ShouldBe((WeightImageCodes.BadImageLayout, "packing"));

    [Fact]
    public void A_region_has_multi_level_cells_for_all_values_or_for_none() =>
        Key(
            Sample.Request(new ImageLayout(), Tensor, Sample.Tensor("b", 4, 3)) with
            {
                CodecOf = static bits => bits == 4 ? Sample.Cells(2)(4) : null
            })
        .ShouldBe((WeightImageCodes.BadImageLayout, "cells"));

    [Fact]
    public void A_shape_holds_its_values() =>
        Key(Sample.Request(new ImageLayout(), Tensor with { Shape = [3, 3] })).ShouldBe((WeightImageCodes.BadImageLayout, "w.shape"));

    [Fact]
    public void A_value_has_2_to_16_bits() =>
        Key(Sample.Request(new ImageLayout(), Tensor with { Bits = 17 })).ShouldBe((WeightImageCodes.BadImageLayout, "w.bits"));

    [Fact]
    public void A_name_that_is_no_name_of_a_file_is_refused() =>
        Key(Sample.Request(new ImageLayout(), Tensor) with { Region = "../x" }).ShouldBe((WeightImageCodes.BadImageLayout, "region"));

    [Fact]
    public void A_region_begins_at_a_whole_word() =>
        Key(Sample.Request(new ImageLayout(), Tensor) with { Address = 2 }).ShouldBe((WeightImageCodes.ImageAddress, "address"));

    [Fact]
    public void A_region_ends_before_the_last_address() =>
        Key(Sample.Request(new ImageLayout(), Tensor) with { Address = ulong.MaxValue - 3 })
            .ShouldBe((WeightImageCodes.ImageAddress, "address"));

    [Fact]
    public void A_code_holds_whole_values() =>
        Key(Sample.Request(new ImageLayout { Ecc = new CorrectionRequest { DataBits = 20 } }, Tensor))
            .ShouldBe((ArrayCodes.BadErrorCorrection, "ecc.data_bits"));

    [Fact]
    public void Regions_that_overlap_are_named_with_their_addresses()
    {
        RegionImage lower = RegionImage.Of(Sample.Request(new ImageLayout(), Tensor));
        RegionImage upper = RegionImage.Of(Sample.Request(new ImageLayout(), Tensor) with { Region = "adapters", Address = 0x80000008 });

        Diagnostic finding = ImagePlacement.Check([upper, lower]).ShouldHaveSingleItem();
        finding.Code.ShouldBe(WeightImageCodes.ImageOverlap);
        finding.Message.ShouldContain("'adapters' at 0x80000008 to 0x80000013 overlaps region 'shared' at 0x80000000 to 0x8000000B");
        (finding.Key, finding.Value, finding.Permitted).ShouldBe(("adapters.address", "0x80000008", "0x8000000C or above"));
        Should.Throw<MemtiException>(() => WeightImageSet.Of([upper, lower], static _ => ImageFormats.All)).Diagnostic.Code
            .ShouldBe(WeightImageCodes.ImageOverlap);
    }

    [Fact]
    public void Images_of_one_region_for_several_tasks_are_alternatives() =>
        ImagePlacement.Check([Sample.TaskImage("signs", 1), Sample.TaskImage("textures", 2)]).ShouldBeEmpty();

    [Fact]
    public void Regions_may_touch() => ImagePlacement.Check(
    [
        RegionImage.Of(Sample.Request(new ImageLayout(), Tensor)),
        RegionImage.Of(Sample.Request(new ImageLayout(), Tensor) with { Region = "next", Address = 0x8000000C }),
    ]).ShouldBeEmpty();

    private static (string Code, string? Key) Key(ImageRequest request) => (Refused(request).Code, Refused(request).Key);

    private static Diagnostic Refused(ImageRequest request) => Should.Throw<MemtiException>(() => RegionImage.Of(request)).Diagnostic;
}
