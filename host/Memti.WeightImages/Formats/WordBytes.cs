using Memti.Documents.Words;

namespace Memti.WeightImages.Formats;

/// <summary>Words in written form, most significant digit first.</summary>
internal static class WordBytes
{
    /// <summary>The digits of a word.</summary>
    /// <param name="bytes">The word as it lies in memory, at most 16 bytes.</param>
    /// <param name="order">Byte order in memory.</param>
    public static string Digits(ReadOnlySpan<byte> bytes, ByteOrder order)
    {
        Span<byte> turned = stackalloc byte[bytes.Length];
        bytes.CopyTo(turned);
        if (order == ByteOrder.Little)
            turned.Reverse();
        return Convert.ToHexStringLower(turned);
    }

    /// <summary>Parses the digits of a word; false when their number is wrong or one is not hexadecimal.</summary>
    public static bool TryBytes(ReadOnlySpan<byte> digits, ByteOrder order, Span<byte> bytes)
    {
        if (digits.Length != 2 * bytes.Length || Convert.FromHexString(digits, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        if (order == ByteOrder.Little)
            bytes.Reverse();
        return true;
    }
}
