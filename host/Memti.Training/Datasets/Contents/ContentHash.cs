using System.Buffers.Binary;
using System.Security.Cryptography;
using Memti.Abstractions.Training;

namespace Memti.Training.Datasets.Contents;

/// <summary>SHA-256 over canonical bytes. Each part contributes images, rows, columns, classes and labels as 32-bit little-endian integers,
/// then its pixels.</summary>
internal static class ContentHash
{
    public static string Of(params ReadOnlySpan<ImageSet> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ImageSet part in parts)
        {
            // Sizes first: without them, two sets could give the same bytes with another division into images.
            Append(hash, [part.Count, part.Height, part.Width, part.Classes]);
            Append(hash, part.Labels.Span);
            hash.AppendData(part.Pixels.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<int> numbers)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        foreach (int number in numbers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
            hash.AppendData(bytes);
        }
    }
}
