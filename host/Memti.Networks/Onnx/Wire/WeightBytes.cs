using System.Buffers.Binary;

namespace Memti.Networks.Onnx.Wire;

/// <summary>Floating-point values as ONNX stores their bytes, least significant first.</summary>
internal static class WeightBytes
{
    /// <summary>Reads whole values; bytes behind the last one are left out.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="type">A floating-point type, one of <see cref="ElementType"/>.</param>
    public static float[] ToSingle(ReadOnlySpan<byte> bytes, int type)
    {
        int size = ElementType.Bytes(type);
        float[] values = new float[bytes.Length / size];
        for (int index = 0; index < values.Length; index++)
            values[index] = ToSingleValue(bytes[(index * size)..], type);
        return values;
    }

    private static float ToSingleValue(ReadOnlySpan<byte> bytes, int type) => type switch
    {
        ElementType.Half => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        ElementType.BFloat16 => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16),
        ElementType.Double => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        _ => BinaryPrimitives.ReadSingleLittleEndian(bytes),
    };
}
