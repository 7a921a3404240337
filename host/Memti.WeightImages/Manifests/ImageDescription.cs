using Memti.Abstractions.Cells;
using Memti.Documents.Files;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Damage;
using Memti.WeightImages.Findings;
using Memti.WeightImages.Formats;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Manifests;

/// <summary>Creates the manifest entries of weight images.</summary>
internal static class ImageDescription
{
    /// <summary>Describes a region, and adds the contents of its files to a list.</summary>
    public static ManifestRegion Of(IReadOnlyList<RegionImage> images, IReadOnlyList<IImageFormat> formats, List<NamedFile> files)
    {
        RegionImage first = images[0];
        if (images.FirstOrDefault(
            image => image.Layout != first.Layout || image.Address != first.Address || image.Memory != first.Memory) is { } other)
            throw ImageFinding.Of(
                WeightImageCodes.BadImageLayout,
                $"the images '{first.Name}' and '{other.Name}' of one region differ in memory, address or layout; permitted: the same "
                    + "for all tasks.",
                "region",
                first.Region,
                "one memory, address and layout");
        return new ManifestRegion(
            first.Region,
            first.Memory,
            first.Address,
            first.CapacityBytes,
            LayoutOf(first.Layout),
            [.. images.Select(image => Image(image, formats, files))]);
    }

    /// <summary>The manifest entry of a layout.</summary>
    public static ManifestLayout LayoutOf(ImageLayout layout) => new(
        layout.WordBits,
        layout.ByteOrder,
        layout.BitOrder,
        layout.Packing,
        // SECDED corrects one bit, whatever the request states.
        layout.Ecc is { } ecc
            ? new ManifestCorrection(ecc.Code, ecc.DataBits, ecc.Code == CorrectionCode.Secded ? 1 : ecc.CorrectableBits)
            : null);

    /// <summary>The manifest entry of a tensor.</summary>
    public static ManifestTensor Tensor(PlacedTensor placed) => new(
        placed.Tensor.Name,
        placed.Tensor.Shape,
        placed.Tensor.Bits,
        placed.Tensor.FractionBits,
        placed.Codec?.Cells.ToString(),
        placed.Codec is { } codec ? EncodingWord(codec.Encoding) : null,
        placed.OffsetBytes,
        placed.Values)
    {
        Task = placed.Tensor.Task,
    };

    /// <summary>The word for a cell encoding.</summary>
    public static string EncodingWord(CellEncoding encoding) => encoding == CellEncoding.Gray ? "gray" : "natural_binary";

    private static ManifestImage Image(RegionImage image, IReadOnlyList<IImageFormat> formats, List<NamedFile> files) => new(
        image.Task,
        image.Bytes.Length,
        image.Words,
        image.Cells,
        image.DataBits,
        image.CheckBits,
        WholeFile.Sha256(image.Bytes.Span),
        [.. image.Tensors.Select(Tensor)],
        [.. formats.Select(format => File(image, format, files))]);

    private static ManifestImageFile File(RegionImage image, IImageFormat format, List<NamedFile> files)
    {
        byte[] bytes = format.Write(image);
        string name = image.Name + format.Extension;
        files.Add(new NamedFile(name, bytes));
        return new ManifestImageFile(name, format.Name, bytes.Length, WholeFile.Sha256(bytes), BlockChecks.Of(bytes));
    }
}
