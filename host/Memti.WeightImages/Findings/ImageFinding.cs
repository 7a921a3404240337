using Memti.Abstractions.Diagnostics;
using Memti.Documents.Names;
using Memti.WeightImages.Codes;

namespace Memti.WeightImages.Findings;

/// <summary>Creates findings about weight images.</summary>
internal static class ImageFinding
{
    public static MemtiException Of(string code, string message, string? key = null, string? value = null, string? permitted = null) =>
        new(new Diagnostic(code, message) { Key = key, Value = value, Permitted = permitted });

    /// <summary>Names something that is not among the known ones.</summary>
    public static MemtiException Unknown(string key, string value, IReadOnlyList<string> known)
    {
        string permitted = string.Join(", ", known);
        return Of(
            WeightImageCodes.UnknownImage,
            $"no {key} is '{value}' here; permitted: {permitted}.{NearestName.Sentence(value, known)}",
            key,
            value,
            permitted);
    }

    /// <summary>A range of addresses in the common form, such as <c>0x80000000 to 0x80000FFF</c>.</summary>
    public static string Range(ulong address, long bytes) => bytes == 0
        ? Address(address)
        : $"{Address(address)} to {Address(address + (ulong)bytes - 1)}";

    /// <summary>An address in the common form, such as <c>0x80000000</c>.</summary>
    public static string Address(ulong address) => FormattableString.Invariant($"0x{address:X8}");
}
