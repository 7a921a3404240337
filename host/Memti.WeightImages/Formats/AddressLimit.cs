using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Findings;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Formats;

/// <summary>Addresses that a file format can express.</summary>
internal static class AddressLimit
{
    /// <summary>The error for an image that does not end below 4 GiB, in a format whose addresses have 32 bits.</summary>
    public static MemtiException Beyond32Bits(RegionImage image, string format) => ImageFinding.Of(
        WeightImageCodes.ImageAddress,
        $"'{image.Name}' lies at {ImageFinding.Range(image.Address, image.Bytes.Length)}, and {format} has addresses of 32 bits; "
            + "permitted: addresses up to 0xFFFFFFFF, or another format.",
        $"{image.Region}.address",
        ImageFinding.Address(image.Address),
        "0x00000000 to 0xFFFFFFFF");
}
