using Memti.Abstractions.Cells;
using Memti.Documents.Words;
using Memti.WeightImages.Formats;
using Memti.WeightImages.Layouts;
using Memti.WeightImages.Manifests;

namespace Memti.WeightImages.Tests;

/// <summary>Small images to look at.</summary>
internal static class Sample
{
    public static readonly CorrectionRequest Secded = new() { DataBits = 32 };

    /// <summary>All formats whose files are about as long as the image.</summary>
    public static IReadOnlyList<IImageFormat> Formats { get; } = [.. ImageFormats.All.Where(static format => format.BlockBytes <= 256)];

    public static ImageTensor Tensor(string name, int bits, int count, int seed = 1)
    {
        var random = new Random(seed);
        return new ImageTensor(
            name, [count], bits, bits - 2, Enumerable.Range(0, count).Select(_ => (ushort)random.Next(1 << bits)).ToArray());
    }

    public static Func<int, ValueCodec?> Cells(int bitsPerCell, CellEncoding encoding = CellEncoding.NaturalBinary) =>
        bits => new ValueCodec(CellVector.Split(bits, bitsPerCell), encoding);

    public static ImageRequest Request(ImageLayout layout, params IReadOnlyList<ImageTensor> tensors) => new()
    {
        Region = "shared",
        Memory = "rram",
        Address = 0x80000000,
        Layout = layout,
        Tensors = tensors,
        CodecOf = layout.Packing == CellPacking.Values ? static _ => null : Cells(3),
    };

    public static RegionImage Image(ImageLayout? layout = null) =>
        RegionImage.Of(
            Request(layout ?? new ImageLayout { Packing = CellPacking.Dense }, Tensor("conv.weight", 8, 11), Tensor("fc.bias", 8, 3)));

    /// <summary>A shared region in 3-bit cells with a code, and a region of bits with an image for each of two tasks.</summary>
    public static IReadOnlyList<RegionImage> Set()
    {
        ImageRequest shared = Request(
            new ImageLayout { Packing = CellPacking.Nibble, Ecc = Secded, BitOrder = BitOrder.MsbFirst }, Tensor("conv.weight", 8, 21));
        return [RegionImage.Of(shared), TaskImage("signs", 2), TaskImage("textures", 3)];
    }

    /// <summary>A region with shared values and those of two tasks.</summary>
    public static IReadOnlyList<RegionImage> TaskSets() =>
    [
        RegionImage.Of(Request(
            new ImageLayout(),
            Tensor("conv.weight", 8, 21),
            Tensor("signs/fc.bias", 8, 3) with { Task = "signs" },
            Tensor("textures/fc.bias", 8, 4) with { Task = "textures" })),
    ];

    public static RegionImage TaskImage(string task, int seed) => RegionImage.Of(new ImageRequest
    {
        Region = "adapters",
        Memory = "sram",
        Task = task,
        Address = 0x20000000,
        CapacityBytes = 64,
        Layout = new ImageLayout { WordBits = 64, ByteOrder = ByteOrder.Big },
        Tensors = [Tensor("adapter.weight", 6, 20, seed), Tensor("adapter.bias", 16, 2, seed)],
    });

    public static WeightManifest Manifest() => new()
    {
        Tool = ManifestTools.Current,
        Inputs = [new("backbone", "backbones/world.safetensors", new string('a', 64)), new("data", "generated:signs", new string('b', 64))],
        Parameters = new ManifestParameters(
            7, 2, 0.1, "chip", 25, new Dictionary<string, string> { ["textures"] = "epochs=2", ["signs"] = "epochs=1" }),
        Model = new ManifestModel(
            "resnet26-adapters", new Dictionary<string, string> { ["width"] = "0.25", ["input_px"] = "32" })
        { Engine = null },
        Memories = [
            new("rram", "rram", new Dictionary<string, string> { ["bits_per_cell"] = "3" }),
            new("sram", "sram", new Dictionary<string, string>())
        ],
        Tasks = [
            new("signs", 12, "generated:signs", 0.95, new(0.5, 0.4, 0.6, 0.05, 25, 0, 1000), new(0.9, 0.89, 0.91, 0.01, 25, 0, 1000), 1e-9),
            new("textures", 8, "generated:textures", null, null, null, null)
        ],
        Regions = [],
        TaskSwitches = [],
        Cost = new ManifestCost("memti", 1.337, 436.5, 40.1, 3.2, 0, 12.5, 900),
    };

    /// <summary>Writes the set in all formats.</summary>
    /// <returns>Path of the manifest.</returns>
    public static string Write(TemporaryFolder folder) => Write(folder, Set());

    /// <summary>Writes images in all formats.</summary>
    /// <returns>Path of the manifest.</returns>
    public static string Write(TemporaryFolder folder, IReadOnlyList<RegionImage> images) =>
        WeightImageSet.Of(images, static _ => Formats).Write(folder.Root, Manifest());
}
