using System.Globalization;
using System.Text.RegularExpressions;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Words;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Findings;

namespace Memti.WeightImages.Layouts;

/// <summary>Checks a request before and after its layout.</summary>
internal static partial class LayoutRules
{
    private static readonly int[] Words = [8, 16, 32, 64, 128];

    public static void Check(ImageRequest request)
    {
        CheckName("region", request.Region);
        if (request.Task is not null)
            CheckName("task", request.Task);
        if (!Words.Contains(request.Layout.WordBits))
            throw Bad(request, "word_bits", request.Layout.WordBits.ToString(CultureInfo.InvariantCulture), "8, 16, 32, 64, 128");
        if (request.Address % (ulong)request.Layout.WordBytes != 0)
            throw ImageFinding.Of(
                WeightImageCodes.ImageAddress,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"region '{request.Region}' is at {ImageFinding.Address(request.Address)}; permitted: a multiple of its word, "
                        + $"{request.Layout.WordBytes} bytes."),
                "address",
                ImageFinding.Address(request.Address),
                FormattableString.Invariant($"a multiple of {request.Layout.WordBytes}"));
        foreach (ImageTensor tensor in request.Tensors)
            Check(request, tensor);
        if (request.Tensors.Select(tensor => request.CodecOf(tensor.Bits) is null).Distinct().Count() > 1)
            throw Bad(request, "cells", "stated for some values alone", "multi-level cells for all values of a region, or for none");
    }

    public static void CheckSize(ImageRequest request, long bytes)
    {
        if (request.CapacityBytes is { } capacity && bytes > capacity)
        {
            throw ImageFinding.Of(
                WeightImageCodes.RegionTooSmall,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Subject(request)} needs {bytes} bytes and has {capacity}: {bytes - capacity} bytes are missing."),
                "capacity_bytes",
                capacity.ToString(CultureInfo.InvariantCulture),
                FormattableString.Invariant($"{bytes} or more"));
        }

        // Written as a difference, because address + bytes may overflow 64 bits.
        if (bytes > 0 && request.Address > ulong.MaxValue - (ulong)bytes + 1)
            throw ImageFinding.Of(
                WeightImageCodes.ImageAddress,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Subject(request)} takes {bytes} bytes from {ImageFinding.Address(request.Address)} on, which runs past the last "
                        + $"address of 64 bits."),
                "address",
                ImageFinding.Address(request.Address));
    }

    private static void Check(ImageRequest request, ImageTensor tensor)
    {
        if (tensor.Bits is < 2 or > 16)
            throw Bad(request, $"{tensor.Name}.bits", tensor.Bits.ToString(CultureInfo.InvariantCulture), "2 to 16");
        if (tensor.Shape.Any(static size => size < 0)
            || tensor.Shape.Aggregate(1L, static (product, size) => product * size) != tensor.Codes.Length)
            throw Bad(
                request,
                $"{tensor.Name}.shape",
                $"[{string.Join(", ", tensor.Shape)}]",
                FormattableString.Invariant($"sizes whose product is the number of its values, {tensor.Codes.Length}"));
        int most = request.Layout.Packing switch { CellPacking.Values => 16, CellPacking.Nibble => 4, _ => 8 };
        ValueCodec? codec = request.CodecOf(tensor.Bits);
        if (codec is null && request.Layout.Packing != CellPacking.Values)
            throw Bad(
                request, "packing", PackingWord(request.Layout.Packing), $"values, for memory '{request.Memory}' has no multi-level cells");
        if (codec is not null && codec.Cells.ValueBits != tensor.Bits)
            throw Bad(
                request,
                $"{tensor.Name}.cells",
                codec.Cells.ToString(),
                FormattableString.Invariant($"cells whose bits add up to {tensor.Bits}"));
        if (codec is not null && codec.Cells.Bits.Max() > most)
            throw Bad(
                request,
                "packing",
                PackingWord(request.Layout.Packing),
                FormattableString.Invariant($"dense, byte or values: a cell of {codec.Cells} does not fit {most} bits"));
    }

    private static void CheckName(string key, string name)
    {
        if (!NamePattern().IsMatch(name))
            throw ImageFinding.Of(
                WeightImageCodes.BadImageLayout,
                $"'{key}' is '{name}'; permitted: 1 to 64 letters, digits, hyphens and underscores.",
                key,
                name,
                "1 to 64 letters, digits, hyphens and underscores");
    }

    private static string Subject(ImageRequest request) =>
        request.Task is null ? $"region '{request.Region}'" : $"region '{request.Region}' for task '{request.Task}'";

    private static string PackingWord(CellPacking packing) => packing.ToString().ToLowerInvariant();

    private static MemtiException Bad(ImageRequest request, string key, string value, string permitted) =>
        ImageFinding.Of(
            WeightImageCodes.BadImageLayout, $"{Subject(request)}: '{key}' is {value}; permitted: {permitted}.", key, value, permitted);

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex NamePattern();
}
