using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Memti.Tensors.Formats;

/// <summary>
/// Reads and writes the safetensors format: eight bytes of length, a JSON header, values. Reads F64, F32, BF16 and F16, little endian, and
/// passes over tensors of other types, such as the counters of batch norms. Equal tensors give equal bytes. Memory is allocated only for
/// bytes that are present, never on the word of a header.
/// </summary>
/// <remarks>
/// https://github.com/huggingface/safetensors, README, "Format". Like the reference reader, this one refuses gaps, overlaps and duplicate
/// names.
/// </remarks>
public static class SafeTensors
{
    /// <summary>Largest accepted header in bytes.</summary>
    public const int MostHeaderBytes = 16 << 20;

    /// <summary>Default limit of a file in bytes.</summary>
    public const int MostBytes = 1 << 30;

    /// <summary>Types of values that are read, for messages.</summary>
    public static string ReadTypes => ValueType.ReadNames;

    /// <summary>Bytes of the header's length.</summary>
    private const int LengthBytes = sizeof(ulong);
    /// <summary>Most dimensions of a tensor; weights have four.</summary>
    private const int MostDimensions = 8;
    /// <summary>The header is padded with blanks to a multiple of this, so that values are aligned.</summary>
    private const int HeaderAlignment = 8;

    /// <summary>Writes tensors in the order of the dictionary.</summary>
    /// <param name="stream">Destination.</param>
    /// <param name="state">The tensors.</param>
    /// <param name="halfPrecision">True for F16, rounded to nearest, ties to even; else F32.</param>
    public static void Write(Stream stream, StateDict state, bool halfPrecision = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(state);
        byte[] header = Header(state, halfPrecision);
        byte[] length = new byte[LengthBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (StateTensor tensor in state.Tensors)
            stream.Write(Bytes(tensor.Values.Span, halfPrecision));
    }

    /// <summary>Reads a file to its end.</summary>
    /// <param name="stream">Source.</param>
    /// <param name="mostBytes">Limit of the file in bytes.</param>
    /// <exception cref="TensorFormatException">The file is damaged, too long, or in another format.</exception>
    public static StateDict Read(Stream stream, int mostBytes = MostBytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ReadOnlyMemory<byte> file = StreamBytes.ReadAll(stream, mostBytes);
        if (file.Length < LengthBytes)
            throw new TensorFormatException($"The file has {file.Length} bytes; the length of the header alone takes {LengthBytes}.");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(file.Span);
        if (ForeignFile.Describe(file.Span) is { } foreign)
            throw new TensorFormatException(foreign);
        if (length > MostHeaderBytes)
            throw new TensorFormatException(
                $"The header would have {length} bytes; permitted: {MostHeaderBytes}. This may be no safetensors file.");
        if (length > (ulong)(file.Length - LengthBytes))
            throw new TensorFormatException($"The header has {length} bytes; only {file.Length - LengthBytes} follow its length.");
        int end = LengthBytes + (int)length;
        return Tensors(file[LengthBytes..end], file[end..]);
    }

    private static byte[] Header(StateDict state, bool halfPrecision)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            long offset = 0;
            json.WriteStartObject();
            foreach (StateTensor tensor in state.Tensors)
            {
                long end = offset + ((long)tensor.Values.Length * (halfPrecision ? 2 : sizeof(float)));
                WriteEntry(json, tensor, halfPrecision, offset, end);
                offset = end;
            }

            json.WriteEndObject();
        }

        while (text.Length % HeaderAlignment != 0)
            text.WriteByte((byte)' ');
        return text.ToArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, StateTensor tensor, bool halfPrecision, long start, long end)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", halfPrecision ? "F16" : "F32");
        json.WriteStartArray("shape");
        foreach (int size in tensor.Shape)
            json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(start);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static byte[] Bytes(ReadOnlySpan<float> values, bool halfPrecision)
    {
        byte[] bytes = new byte[values.Length * (halfPrecision ? 2 : sizeof(float))];
        for (int i = 0; i < values.Length; i++)
            if (halfPrecision)
                BinaryPrimitives.WriteHalfLittleEndian(bytes.AsSpan(2 * i), (Half)values[i]);
            else
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(sizeof(float) * i), values[i]);
        return bytes;
    }

    private static StateDict Tensors(ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> data)
    {
        List<Entry> entries = Entries(header);
        long end = 0;
        // By end as well: an empty tensor starts where its neighbour starts.
        foreach (Entry entry in entries.OrderBy(static entry => entry.Start).ThenBy(static entry => entry.End))
        {
            entry.Check(data.Length);
            if (entry.Start != end)
                throw new TensorFormatException($"'{entry.Name}' starts at {entry.Start}; the values before it end at {end}.");
            end = entry.End;
        }

        if (end != data.Length)
            throw new TensorFormatException($"The tensors have {end} bytes; {data.Length} follow the header.");
        StateDict state = new();
        foreach (Entry entry in entries)
            if (entry.Type.Read is { } read)
                state.Add(new StateTensor(entry.Name, entry.Shape, entry.Values(data.Span, read)));
            else
                state.PassOver(entry.Name, entry.Type.Name);
        return state;
    }

    private static List<Entry> Entries(ReadOnlyMemory<byte> header)
    {
        if (header.IsEmpty || header.Span[0] != (byte)'{')
            throw new TensorFormatException("The header does not start with '{'.");
        try
        {
            // A header nests three levels: tensors, their fields, a list of sizes. The limit stops a hostile one.
            using JsonDocument json = JsonDocument.Parse(header, new JsonDocumentOptions { MaxDepth = 4 });
            HashSet<string> names = new(StringComparer.Ordinal);
            List<Entry> entries = [];
            foreach (JsonProperty property in json.RootElement.EnumerateObject())
            {
                if (!names.Add(property.Name))
                    throw new TensorFormatException($"There are two tensors '{property.Name}'.");
                if (property.Name != "__metadata__")
                    entries.Add(ReadEntry(property.Name, property.Value));
            }

            return entries;
        }
        catch (Exception exception) when (exception is JsonException
            or InvalidOperationException
            or FormatException
            or KeyNotFoundException)
        {
            throw new TensorFormatException($"The header cannot be read: {exception.Message}", exception);
        }
    }

    private static Entry ReadEntry(string name, JsonElement json)
    {
        string? type = json.GetProperty("dtype").GetString();
        ValueType values = ValueType.Of(type)
            ?? throw new TensorFormatException($"'{name}' has values of type '{type}', which is unknown; read are {ValueType.ReadNames}.");
        JsonElement shape = json.GetProperty("shape"), offsets = json.GetProperty("data_offsets");
        if (shape.GetArrayLength() > MostDimensions)
            throw new TensorFormatException($"'{name}' has {shape.GetArrayLength()} dimensions; permitted: up to {MostDimensions}.");
        if (offsets.GetArrayLength() != 2)
            throw new TensorFormatException($"'{name}' has {offsets.GetArrayLength()} offsets instead of two.");
        return new Entry(
            name,
            values,
            [.. shape.EnumerateArray().Select(static size => size.GetInt32())],
            offsets[0].GetInt64(),
            offsets[1].GetInt64());
    }

    private sealed record Entry(string Name, ValueType Type, int[] Shape, long Start, long End)
    {
        /// <summary>
        /// Checks that the offsets lie inside the data and match the shape. A size of zero does not excuse a product of the others that is
        /// absurd.
        /// </summary>
        public void Check(long available)
        {
            if (Start < 0 || End < Start || End > available)
                throw new TensorFormatException($"'{Name}' is at {Start} to {End}; there are {available} bytes.");
            UInt128 product = 1;
            foreach (int size in Shape)
            {
                if (size < 0)
                    throw new TensorFormatException($"'{Name}' has a size of {size}.");
                product *= (uint)Math.Max(size, 1);
                if (product > long.MaxValue)
                    throw new TensorFormatException(
                        $"The product of the shape [{string.Join(", ", Shape)}] of '{Name}' overflows 64 bits.");
            }

            UInt128 bits = Shape.Contains(0) ? 0 : product * (uint)Type.Bits;
            if (bits != (UInt128)(ulong)(End - Start) * 8)
                throw new TensorFormatException($"'{Name}' has {End - Start} bytes; its shape needs {(bits + 7) / 8}.");
        }

        public float[] Values(ReadOnlySpan<byte> data, Func<ReadOnlySpan<byte>, float> read)
        {
            int size = Type.Bits / 8;
            ReadOnlySpan<byte> bytes = data[(int)Start..(int)End];
            float[] values = new float[bytes.Length / size];
            for (int i = 0; i < values.Length; i++)
                values[i] = read(bytes[(size * i)..]);
            return values;
        }
    }
}
