using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Findings;

/// <summary>Makes findings about images.</summary>
internal static class ImageFinding
{
    public static MemtiException Of(string code, string message, string? key = null, string? value = null, string? permitted = null) =>
        new(new Diagnostic(code, message) { Key = key, Value = value, Permitted = permitted });

    /// <summary>An image that does not end below 4 GiB, where a form of file has no other addresses.</summary>
    public static MemtiException Beyond32Bits(RegionImage image, string what) => Of(
        DiagnosticCode.ImageAddress,
        $"'{image.Name}' lies at {Range(image.Address, image.Bytes.Length)}, and {what} has addresses of 32 bits; permitted: addresses up to 0xFFFFFFFF, or another format.",
        $"{image.Region}.address",
        Address(image.Address),
        "0x00000000 to 0xFFFFFFFF");

    /// <summary>A range of addresses as it is written everywhere: <c>0x80000000 to 0x80000FFF</c>.</summary>
    public static string Range(ulong address, long bytes) => bytes == 0
        ? Address(address)
        : $"{Address(address)} to {Address(address + (ulong)bytes - 1)}";

    /// <summary>An address as it is written everywhere.</summary>
    public static string Address(ulong address) => FormattableString.Invariant($"0x{address:X8}");
}
