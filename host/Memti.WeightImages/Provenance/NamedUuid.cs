using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Memti.WeightImages.Provenance;

/// <summary>UUIDs of version 5: equal names give equal UUIDs.</summary>
/// <remarks>RFC 9562, 5.5.</remarks>
internal static class NamedUuid
{
    // Name space of URLs, RFC 9562, 6.6.
    private static readonly Guid Url = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /// <summary>The UUID of a URI.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 9562 says SHA-1; nothing is kept secret or proved by it.")]
    public static Guid Of(string uri)
    {
        byte[] hash = SHA1.HashData([.. Url.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(uri)]);
        // Version 5 and variant 10, RFC 9562, 4.1 and 4.2.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
