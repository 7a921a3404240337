using Memti.Abstractions.Diagnostics;
using Memti.Documents.Words;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Differences;
using Memti.WeightImages.Formats;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Tests;

/// <summary>What a task switch writes.</summary>
public sealed class ImageDiffTests
{
    [Fact]
    public void An_image_does_not_differ_from_itself()
    {
        ImageDiff diff = ImageDiff.Of(Sample.Image(), Sample.Image());
        (diff.CellsChanged, diff.BitsChanged, diff.BytesChanged).ShouldBe((0, 0, 0));
        diff.Levels.ShouldBeEmpty();
    }

    [Fact]
    public void Cells_that_hold_another_level_are_counted_by_tensor_and_by_level()
    {
        // 0xE2 = levels 3, 4, 2 and 0xE7 = levels 3, 4, 7.
        ImageDiff diff = ImageDiff.Of(Two(0xE2, 0x00), Two(0xE7, 0x00));

        (diff.Cells, diff.CellsChanged, diff.BitsChanged, diff.BytesChanged).ShouldBe((6, 1, 2, 1));
        diff.Tensors.ShouldBe([new TensorDiff("a", 3, 1, 1), new TensorDiff("b", 3, 0, 0)]);
        diff.Levels.ShouldBe([new LevelChange(2, 7, 1)]);
    }

    [Fact]
    public void Without_multi_level_cells_every_bit_is_a_cell()
    {
        ImageDiff diff = ImageDiff.Of(Two(0xF0, 0, CellPacking.Values), Two(0x01, 0, CellPacking.Values));

        (diff.Cells, diff.CellsChanged, diff.BitsChanged).ShouldBe((16, 5, 5));
        diff.Levels.ShouldBe([new LevelChange(0, 1, 1), new LevelChange(1, 0, 4)]);
        diff.Tensors[0].ShouldBe(new TensorDiff("a", 8, 5, 1));
    }

    [Fact]
    public void What_only_one_image_has_is_changed()
    {
        RegionImage small = RegionImage.Of(Sample.Request(new ImageLayout { Packing = CellPacking.Dense }, Sample.Tensor("a", 8, 4)));
        RegionImage large =
            RegionImage.Of(
                Sample.Request(new ImageLayout { Packing = CellPacking.Dense }, Sample.Tensor("a", 8, 4), Sample.Tensor("b", 8, 4)));
        ImageDiff diff = ImageDiff.Of(small, large);
        (diff.Cells, diff.CellsChanged, diff.BytesChanged).ShouldBe((24, 12, 4));
    }

    [Fact]
    public void A_switch_there_and_back_writes_the_same_cells() => Prop.ForAll(Gen.Two(Gen.Choose(0, 1000)).ToArbitrary(), static seeds =>
    {
        (RegionImage from, RegionImage to) = (Sample.TaskImage("a", seeds.Item1), Sample.TaskImage("b", seeds.Item2));
        return ImageDiff.Of(from, to).CellsChanged == ImageDiff.Of(to, from).CellsChanged;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_manifest_states_the_switches_of_all_pairs_of_tasks()
    {
        WeightImageSet images = WeightImageSet.Of(Sample.Set(), static _ => [ImageFormats.Find("bin")]);
        images.TaskSwitches
            .Select(static one => (one.Region, one.From, one.To))
            .ShouldBe([("adapters", "signs", "textures"), ("adapters", "textures", "signs")]);
        images.TaskSwitches[0].CellsChanged
            .ShouldBe(ImageDiff.Of(Sample.TaskImage("signs", 2), Sample.TaskImage("textures", 3)).CellsChanged);
    }

    [Fact]
    public void Images_of_different_layouts_do_not_compare() =>
        Should.Throw<MemtiException>(static () => ImageDiff.Of(Two(0, 0), Two(0, 0, CellPacking.Values)))
        .Diagnostic.Code.ShouldBe(WeightImageCodes.ImagesDoNotCompare);

    private static RegionImage Two(ushort a, ushort b, CellPacking packing = CellPacking.Dense) => RegionImage.Of(Sample.Request(
        new ImageLayout { Packing = packing }, new ImageTensor("a", [1], 8, 6, new[] { a }), new ImageTensor("b", [], 8, 6, new[] { b })));
}
