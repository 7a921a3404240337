using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;

namespace HelloTrainable;

/// <summary>Weights as safetensors: the length of a JSON header, the header, then the numbers of each tensor.</summary>
internal static class WeightFile
{
    private const int LengthBytes = 8;
    private const int MostHeaderBytes = 1 << 20;

    public static void Write(Stream stream, IEnumerable<Parameter> parameters, bool halfPrecision)
    {
        JsonObject header = [];
        using var numbers = new MemoryStream();
        foreach (Parameter parameter in parameters)
        {
            long begin = numbers.Length;
            numbers.Write(halfPrecision
                ? MemoryMarshal.AsBytes<Half>(parameter.Values.Select(static value => (Half)value).ToArray())
                : MemoryMarshal.AsBytes<float>(parameter.Values));
            header[parameter.Tensor.Name] = new JsonObject
            {
                ["dtype"] = halfPrecision ? "F16" : "F32",
                ["shape"] = new JsonArray([.. parameter.Tensor.Shape.Select(static size => (JsonNode)size)]),
                ["data_offsets"] = new JsonArray(begin, numbers.Length),
            };
        }

        byte[] text = Encoding.UTF8.GetBytes(header.ToJsonString());
        Span<byte> length = stackalloc byte[LengthBytes];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        stream.Write(length);
        stream.Write(text);
        numbers.WriteTo(stream);
    }

    /// <summary>Reads the needed tensors, and of the welcome ones those that the file has.</summary>
    public static Dictionary<Parameter, float[]> Read(Stream stream, IReadOnlyList<Parameter> needed, IReadOnlyList<Parameter> welcome)
    {
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        byte[] bytes = whole.ToArray();
        JsonObject header = Header(bytes, out int start);
        Dictionary<Parameter, float[]> read = [];
        foreach (Parameter parameter in needed.Concat(welcome))
            if (Numbers(bytes, start, header, parameter) is { } numbers)
                read[parameter] = numbers;
            else if (needed.Contains(parameter))
                throw new MemtiException(
                    DiagnosticCode.WeightsDoNotFit,
                    $"tensor '{parameter.Tensor.Name}' of shape [{string.Join(", ", parameter.Tensor.Shape)}] is not in the weight file.");
        return read;
    }

    private static JsonObject Header(byte[] bytes, out int start)
    {
        try
        {
            long length = BinaryPrimitives.ReadInt64LittleEndian(bytes);
            start = checked((int)(LengthBytes + length));
            if (length is > 0 and <= MostHeaderBytes && JsonNode.Parse(bytes.AsSpan(LengthBytes, (int)length)) is JsonObject header)
                return header;
            throw new JsonException("the header is no object");
        }
        catch (Exception error) when (error is ArgumentException or OverflowException or JsonException)
        {
            throw new MemtiException(
                new Diagnostic(DiagnosticCode.WeightsUnreadable, $"the weights are no safetensors: {error.Message}"), error);
        }
    }

    private static float[]? Numbers(byte[] bytes, int start, JsonObject header, Parameter parameter)
    {
        try
        {
            if (header[parameter.Tensor.Name] is not JsonObject entry || !Shape(entry).SequenceEqual(parameter.Tensor.Shape))
                return null;
            int begin = (int)entry["data_offsets"]![0]!;
            bool half = (string?)entry["dtype"] == "F16";
            ReadOnlySpan<byte> data = bytes.AsSpan(start + begin, parameter.Values.Length * (half ? 2 : 4));
            return half
                ? [.. MemoryMarshal.Cast<byte, Half>(data).ToArray().Select(static value => (float)value)]
                : MemoryMarshal.Cast<byte, float>(data).ToArray();
        }
        catch (Exception error) when (error is ArgumentException or NullReferenceException or InvalidOperationException or FormatException)
        {
            throw new MemtiException(
                new Diagnostic(DiagnosticCode.WeightsUnreadable, $"the weight file is damaged at tensor '{parameter.Tensor.Name}'."),
                error);
        }
    }

    private static IEnumerable<int> Shape(JsonObject entry) =>
        entry["shape"] is JsonArray shape ? shape.Select(static size => (int)size!) : [];
}
