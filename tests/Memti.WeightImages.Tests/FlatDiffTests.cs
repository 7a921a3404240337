using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Differences;
using Memti.WeightImages.Formats;

namespace Memti.WeightImages.Tests;

/// <summary>An image against another file.</summary>
public sealed class FlatDiffTests
{
    private static readonly FlatImage Image = new(0x1010, new byte[] { 1, 2, 3, 4 });

    [Fact]
    public void A_merged_firmware_is_compared_where_the_image_lies()
    {
        FlatImage merged = new([Range(0x1000, 9, 9), Range(0x1010, 1, 2, 7, 4), Range(0x2000, 9)]);
        FlatDiff diff = FlatDiff.Of(Image, merged);
        diff.ShouldBe(new FlatDiff(1, 1, 2, 0x1012, FlatContainer.Second, 3, true));
        FlatDiff.Of(merged, Image).Container.ShouldBe(FlatContainer.First);
    }

    [Fact]
    public void A_dump_that_holds_the_image_is_the_same()
    {
        FlatImage dump = new FlatImage(null, new byte[] { 0, 0, 1, 2, 3, 4, 0 }).At(0x100E);
        FlatDiff diff = FlatDiff.Of(Image, dump, isDump: true);
        (diff.IsSame, diff.BytesElsewhere, diff.Container).ShouldBe((true, 3, FlatContainer.Second));
        FlatDiff.Of(Image, new FlatImage(0x1010, new byte[] { 1, 2, 3, 4, 5 }), isDump: true).IsSame.ShouldBeTrue();
    }

    [Fact]
    public void A_dump_that_does_not_hold_the_image_is_refused() => Refused(Image, new FlatImage(0x1011, new byte[9]), isDump: true);

    [Fact]
    public void A_file_with_gaps_needs_addresses() => Refused(new([Range(0, 1), Range(9, 1)]), new FlatImage(null, new byte[] { 1, 2 }));

    [Fact]
    public void A_longer_image_at_the_same_address_is_another_one()
    {
        FlatDiff diff = FlatDiff.Of(Image, new FlatImage(0x1010, new byte[] { 1, 2, 3, 4, 0 }));
        (diff.IsSame, diff.BytesChanged, diff.FirstDifference).ShouldBe((false, 1, 4));
    }

    [Fact]
    public void An_image_in_a_dump_without_an_address_is_found()
    {
        FlatDiff.Of(Image, new FlatImage(null, new byte[] { 9, 1, 2, 3, 4 })).FoundAt.ShouldBe(1);
        FlatDiff.Of(new FlatImage(null, new byte[] { 9, 1, 2, 3, 4 }), Image).FoundAt.ShouldBe(1);
        FlatDiff.Of(Image, new FlatImage(null, new byte[] { 9, 1, 2, 3, 5 })).FoundAt.ShouldBeNull();
    }

    [Fact]
    public void What_a_format_fills_up_is_no_difference() =>
        FlatDiff.Of(Image, new FlatImage(0x1010, new byte[] { 1, 2, 3, 4, 0, 0 }) { BlockBytes = 256 }).IsSame.ShouldBeTrue();

    [Fact]
    public void The_same_bytes_at_another_address_are_not_the_same()
    {
        FlatDiff diff = FlatDiff.Of(Image, new FlatImage(0x2000, Image.Bytes));
        (diff.IsSame, diff.BytesChanged, diff.FirstAddress).ShouldBe((false, 0, null));
        FlatDiff.Of(Image, new FlatImage(null, Image.Bytes)).IsSame.ShouldBeTrue();
    }

    [Fact]
    public void Files_that_overlap_in_part_differ_by_address()
    {
        FlatDiff diff = FlatDiff.Of(new([Range(0, 1, 2), Range(8, 3)]), new([Range(1, 2, 5), Range(8, 4), Range(20, 1)]));
        // Bytes 0, 2 and 20 are in one file alone, and byte 8 differs in three bits.
        diff.ShouldBe(new FlatDiff(4, 3, 0, 0, FlatContainer.None, 0, true));
    }

    [Fact]
    public void Files_of_many_ranges_compare_in_one_pass()
    {
        FlatImage many = new([.. Enumerable.Range(0, 200_000).Select(static index => Range(2 * (ulong)index, 1))]);
        FlatDiff diff = FlatDiff.Of(new([.. many.Ranges.Where(static (_, index) => index % 2 == 1)]), many);
        (diff.IsSame, diff.Container, diff.BytesElsewhere).ShouldBe((true, FlatContainer.Second, 100_000));
    }

    [Fact]
    public void The_last_address_compares_too()
    {
        FlatImage last = new([Range(0, 1), Range(ulong.MaxValue, 2)]);
        FlatDiff.Of(last, last).IsSame.ShouldBeTrue();
    }

    private static void Refused(FlatImage first, FlatImage second, bool isDump = false)
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => FlatDiff.Of(first, second, isDump)).Diagnostic;
        finding.Code.ShouldBe(WeightImageCodes.ImagesDoNotCompare);
        finding.Permitted.ShouldNotBeNullOrEmpty();
    }

    private static FlatRange Range(ulong address, params byte[] bytes) => new(address, bytes);
}
