using System.Buffers;
using System.Buffers.Binary;
using Memti.Documents.Words;

namespace Memti.WeightImages.Formats;

/// <summary>Writes the fields of an ELF file in its byte order and address width.</summary>
/// <param name="isWide">True for ELF64.</param>
/// <param name="order">Byte order.</param>
internal sealed class ElfNumbers(bool isWide, ByteOrder order)
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Number of bytes written.</summary>
    public int Length => _bytes.WrittenCount;

    /// <summary>True for ELF64.</summary>
    public bool IsWide => isWide;

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public ElfNumbers Bytes(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    public ElfNumbers Half(ushort value) => Put(value, 2);

    public ElfNumbers Word(uint value) => Put(value, 4);

    /// <summary>An address, an offset or a size.</summary>
    public ElfNumbers Address(ulong value) => Put(value, isWide ? 8 : 4);

    /// <summary>Pads with zeros to a multiple of <paramref name="bytes"/>.</summary>
    public ElfNumbers Align(int bytes)
    {
        while (Length % bytes != 0)
            Bytes([0]);
        return this;
    }

    private ElfNumbers Put(ulong value, int width)
    {
        Span<byte> bytes = stackalloc byte[8];
        if (order == ByteOrder.Little)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        else
            BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return Bytes(order == ByteOrder.Little ? bytes[..width] : bytes[^width..]);
    }
}
