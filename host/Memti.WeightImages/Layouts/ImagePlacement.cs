using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Findings;

namespace Memti.WeightImages.Layouts;

/// <summary>Whether regions lie where nothing else lies.</summary>
public static class ImagePlacement
{
    /// <summary>Finds regions whose addresses overlap. Images of one region at one address are alternatives, one per task, and do not.</summary>
    /// <param name="images">All images.</param>
    /// <returns>A finding <see cref="DiagnosticCode.ImageOverlap"/> for each pair of regions, in order of addresses.</returns>
    public static IReadOnlyList<Diagnostic> Check(IReadOnlyList<RegionImage> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        Extent[] extents = [.. images.GroupBy(static image => (image.Region, image.Address)).Select(Extent.Of).OrderBy(static extent => extent.Address).ThenBy(static extent => extent.Region, StringComparer.Ordinal)];
        return [.. Pairs(extents).Where(static pair => pair.Lower.Bytes > 0 && pair.Upper.Bytes > 0 && pair.Upper.Address - pair.Lower.Address < (ulong)pair.Lower.Bytes).Select(static pair => Overlap(pair.Lower, pair.Upper))];
    }

    private static IEnumerable<(Extent Lower, Extent Upper)> Pairs(Extent[] extents) => extents.SelectMany((lower, index) => extents.Skip(index + 1).Select(upper => (lower, upper)));

    private static Diagnostic Overlap(Extent lower, Extent upper)
    {
        string free = ImageFinding.Address(lower.Address + (ulong)lower.Bytes);
        return new Diagnostic(DiagnosticCode.ImageOverlap, string.Create(CultureInfo.InvariantCulture, $"region '{upper.Region}' at {upper} overlaps region '{lower.Region}' at {lower}; permitted: an address from {free} on."))
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
