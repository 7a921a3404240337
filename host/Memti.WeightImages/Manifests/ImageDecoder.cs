using System.Globalization;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Codes;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Findings;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Manifests;

/// <summary>Decodes the values of a weight image, bit for bit.</summary>
public static class ImageDecoder
{
    /// <summary>The layout of a manifest entry.</summary>
    public static ImageLayout LayoutOf(ManifestLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return new ImageLayout
        {
            WordBits = layout.WordBits,
            ByteOrder = layout.ByteOrder,
            BitOrder = layout.BitOrder,
            Packing = layout.Packing,
            Ecc = layout.Ecc is { } ecc
                ? new CorrectionRequest { Code = ecc.Code, DataBits = ecc.DataBits, CorrectableBits = ecc.CorrectableBits }
                : null,
        };
    }

    /// <summary>The codec of a tensor's values; null without multi-level cells.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadCellVector"/>: the cells do not hold the bits of a value.</exception>
    public static ValueCodec? CodecOf(ManifestTensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        CellEncoding encoding = tensor.Encoding == ImageDescription.EncodingWord(CellEncoding.Gray)
            ? CellEncoding.Gray
            : CellEncoding.NaturalBinary;
        return tensor.Cells is null ? null : new ValueCodec(CellVector.Parse(tensor.Cells).ForValuesOf(tensor.Bits), encoding);
    }

    /// <summary>Decodes the values of one tensor.</summary>
    /// <param name="layout">Layout of the image.</param>
    /// <param name="tensor">The tensor and its place.</param>
    /// <param name="image">All bytes of the image.</param>
    /// <exception cref="MemtiException"><see cref="WeightImageCodes.ImageContradiction"/>: the tensor exceeds the image;
    /// <see cref="DiagnosticCode.BadCellVector"/>, <see cref="ArrayCodes.BadErrorCorrection"/>.</exception>
    public static ImageTensor Decode(ImageLayout layout, ManifestTensor tensor, ReadOnlySpan<byte> image)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(tensor);
        var codes = new ushort[Count(tensor)];
        var store = new ValueStore(layout, tensor.Bits, CodecOf(tensor));
        long needed = (store.FieldBitsOf(codes.Length) + 7) / 8;
        if (tensor.OffsetBytes < 0
            || tensor.OffsetBytes % layout.WordBytes != 0
            || tensor.OffsetBytes > image.Length
            || needed > image.Length - tensor.OffsetBytes)
            throw Contradiction(
                tensor,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"its {needed} bytes from byte {tensor.OffsetBytes} on are no whole words within the {image.Length} bytes of "
                        + $"the image"));
        Read(store, new BitReader(image[(int)tensor.OffsetBytes..], layout), codes);
        return new ImageTensor(tensor.Name, tensor.Shape, tensor.Bits, tensor.FractionBits, codes) { Task = tensor.Task };
    }

    private static int Count(ManifestTensor tensor)
    {
        // The manifest may be hostile: sizes are bounded and their product saturates before anything is allocated.
        bool isShape =
            tensor.Shape.All(static size => size is >= 0 and <= 1 << 24)
                && tensor.Shape.Aggregate((Int128)1, static (product, size) => Int128.Min(product * size, Int128.MaxValue >> 32))
                    == tensor.Values;
        return tensor.Bits is >= 2 and <= 16 && isShape && tensor.Values is >= 0 and <= 1 << 30
            ? (int)tensor.Values
            : throw Contradiction(
                tensor,
                FormattableString.Invariant(
                    $"{tensor.Values} values of {tensor.Bits} bits in shape [{string.Join(", ", tensor.Shape)}] cannot be"));
    }

    private static void Read(ValueStore store, BitReader fields, Span<ushort> codes)
    {
        Span<ushort> word = stackalloc ushort[store.ValuesPerWord];
        for (int first = 0; first < codes.Length; first += word.Length)
        {
            store.Read(ref fields, word);
            word[..Math.Min(word.Length, codes.Length - first)].CopyTo(codes[first..]);
        }
    }

    private static MemtiException Contradiction(ManifestTensor tensor, string why) =>
        ImageFinding.Of(WeightImageCodes.ImageContradiction, $"tensor '{tensor.Name}': {why}.", "tensor", tensor.Name);
}
