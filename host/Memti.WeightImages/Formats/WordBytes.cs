using Memti.Scenarios.Images;

namespace Memti.WeightImages.Formats;

/// <summary>Words as people write them, the most significant digit first.</summary>
internal static class WordBytes
{
    /// <summary>The digits of a word.</summary>
    /// <param name="bytes">The word as it lies in memory; at most 16 bytes.</param>
    /// <param name="order">Which byte comes first in memory.</param>
    public static string Digits(ReadOnlySpan<byte> bytes, ByteOrder order)
    {
        Span<byte> turned = stackalloc byte[bytes.Length];
        bytes.CopyTo(turned);
        if (order == ByteOrder.Little)
            turned.Reverse();
        return Convert.ToHexStringLower(turned);
    }

    /// <summary>The bytes of a word; false when they are not that many digits.</summary>
    public static bool TryBytes(ReadOnlySpan<byte> digits, ByteOrder order, Span<byte> bytes)
    {
        if (digits.Length != 2 * bytes.Length || Convert.FromHexString(digits, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        if (order == ByteOrder.Little)
            bytes.Reverse();
        return true;
    }
}
