using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Memti.Runs.Jobs;

/// <summary>
/// What identifies a job: the first 128 bits of a SHA-256 over everything that its result depends on. Among a thousand million jobs, two
/// share a key with a probability of 2e-21.
/// </summary>
/// <param name="High">First 64 bits.</param>
/// <param name="Low">Last 64 bits.</param>
public readonly record struct JobKey(ulong High, ulong Low)
{
    /// <summary>Bytes of a key.</summary>
    public const int Size = 16;

    private const int Half = 16;

    /// <summary>The key of a text that names everything.</summary>
    public static JobKey Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Read(hash);
    }

    /// <summary>Reads a key from its bytes.</summary>
    public static JobKey Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    /// <summary>Writes a key as bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
    }

    /// <summary>Reads a key from its 32 hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is no key.</exception>
    public static JobKey Parse(string text) => new(Digits(text.AsSpan(0, Half)), Digits(text.AsSpan(Half)));

    /// <summary>32 hexadecimal digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{High:x16}{Low:x16}");

    private static ulong Digits(ReadOnlySpan<char> half) => ulong.Parse(half, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
