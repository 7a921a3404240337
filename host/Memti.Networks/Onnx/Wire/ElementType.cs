namespace Memti.Networks.Onnx.Wire;

/// <summary>Types of values, as TensorProto.DataType numbers them (onnx.proto).</summary>
internal static class ElementType
{
    public const int Float = 1;
    public const int UInt8 = 2;
    public const int Int8 = 3;
    public const int UInt16 = 4;
    public const int Int16 = 5;
    public const int Int32 = 6;
    public const int Int64 = 7;
    public const int Boolean = 9;
    public const int Half = 10;
    public const int Double = 11;
    public const int UInt32 = 12;
    public const int UInt64 = 13;
    public const int BFloat16 = 16;

    /// <summary>True for floating-point numbers.</summary>
    public static bool IsReal(int type) => type is Float or Half or Double or BFloat16;

    /// <summary>Bytes of a value in raw data; 0 for types whose values are not read.</summary>
    public static int Bytes(int type) => type switch
    {
        UInt8 or Int8 or Boolean => 1,
        UInt16 or Int16 or Half or BFloat16 => 2,
        Float or Int32 or UInt32 => 4,
        Int64 or UInt64 or Double => 8,
        _ => 0,
    };

    /// <summary>A number as a value of the type would hold it. Whole numbers lose their fraction.</summary>
    public static double Rounded(int type, double value) => type switch
    {
        Float => (float)value,
        Half => (double)(Half)value,
        Double or BFloat16 => value,
        Boolean => value == 0 ? 0 : 1,
        _ => double.IsFinite(value) ? Math.Truncate(value) : 0,
    };
}
