using System.Buffers.Binary;

namespace Memti.Tensors.Formats;

/// <summary>A type of values in a safetensors file.</summary>
/// <param name="Name">The format's name of the type, such as <c>BF16</c>.</param>
/// <param name="Bits">Bits of a value.</param>
/// <param name="Read">Reads the first value; null for types whose tensors are passed over.</param>
/// <remarks>https://github.com/huggingface/safetensors, <c>enum Dtype</c>.</remarks>
internal sealed record ValueType(string Name, int Bits, Func<ReadOnlySpan<byte>, float>? Read = null)
{
    /// <summary>32-bit floating point.</summary>
    public static readonly ValueType Single = new("F32", 32, BinaryPrimitives.ReadSingleLittleEndian);

    /// <summary>16-bit floating point.</summary>
    public static readonly ValueType Half = new("F16", 16, static bytes => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes));

    private static readonly Dictionary<string, ValueType> Types = new ValueType[]
    {
        Single,
        Half,
        new("F64", 64, static bytes => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
        new("BF16", 16, ReadBrain),
        new("BOOL", 8), new("U8", 8), new("I8", 8), new("U16", 16), new("I16", 16), new("U32", 32), new("I32", 32), new("U64", 64),
        new("I64", 64), new("C64", 64), new("F4", 4), new("F6_E2M3", 6), new("F6_E3M2", 6), new("F8_E5M2", 8), new("F8_E4M3", 8),
        new("F8_E8M0", 8), new("F8_E4M3FNUZ", 8), new("F8_E5M2FNUZ", 8),
    }.ToDictionary(static type => type.Name, StringComparer.Ordinal);

    /// <summary>Names of the types whose values are read.</summary>
    public static string ReadNames { get; } =
        string.Join(", ", Types.Values.Where(static type => type.Read is not null).Select(static type => type.Name));

    /// <summary>The type of a name; null for an unknown one.</summary>
    public static ValueType? Of(string? name) => name is null ? null : Types.GetValueOrDefault(name);

    // The upper half of a 32-bit value.
    private static float ReadBrain(ReadOnlySpan<byte> bytes) =>
        BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16);
}
