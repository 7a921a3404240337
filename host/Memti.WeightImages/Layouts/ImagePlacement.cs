using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Findings;

namespace Memti.WeightImages.Layouts;

/// <summary>Checks the addresses of regions.</summary>
public static class ImagePlacement
{
    /// <summary>Finds regions with overlapping addresses. Images of one region at one address are alternatives, one per task, and may
    /// overlap.</summary>
    /// <param name="images">All weight images.</param>
    /// <returns>One <see cref="WeightImageCodes.ImageOverlap"/> per pair of regions, ordered by address.</returns>
    public static IReadOnlyList<Diagnostic> Check(IReadOnlyList<RegionImage> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        Extent[] extents = [.. images.GroupBy(static image => (image.Region, image.Address))
            .Select(Extent.Of)
            .OrderBy(static extent => extent.Address)
            .ThenBy(static extent => extent.Region, StringComparer.Ordinal)];
        // Differences instead of ends: address + length may overflow 64 bits.
        return [.. Pairs(extents)
            .Where(
                static pair =>
                    pair.Lower.Bytes > 0 && pair.Upper.Bytes > 0 && pair.Upper.Address - pair.Lower.Address < (ulong)pair.Lower.Bytes)
            .Select(static pair => Overlap(pair.Lower, pair.Upper))];
    }

    private static IEnumerable<(Extent Lower, Extent Upper)> Pairs(Extent[] extents) =>
        extents.SelectMany((lower, index) => extents.Skip(index + 1).Select(upper => (lower, upper)));

    private static Diagnostic Overlap(Extent lower, Extent upper)
    {
        string free = ImageFinding.Address(lower.Address + (ulong)lower.Bytes);
        return new Diagnostic(
            WeightImageCodes.ImageOverlap,
            string.Create(
                CultureInfo.InvariantCulture,
                $"region '{upper.Region}' at {upper} overlaps region '{lower.Region}' at {lower}; permitted: an address from {free} on."))
        {
            Key = $"{upper.Region}.address",
            Value = ImageFinding.Address(upper.Address),
            Permitted = $"{free} or above",
        };
    }

    private sealed record Extent(string Region, ulong Address, long Bytes)
    {
        public static Extent Of(IGrouping<(string Region, ulong Address), RegionImage> images) =>
            new(images.Key.Region, images.Key.Address, images.Max(static image => Math.Max(image.Bytes.Length, image.CapacityBytes ?? 0)));

        public override string ToString() => ImageFinding.Range(Address, Bytes);
    }
}
