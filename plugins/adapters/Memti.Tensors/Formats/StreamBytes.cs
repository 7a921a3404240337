namespace Memti.Tensors.Formats;

/// <summary>Reads whole streams, up to a limit.</summary>
internal static class StreamBytes
{
    /// <summary>Bytes per read.</summary>
    private const int BlockBytes = 64 * 1024;

    /// <summary>Reads to the end. Memory grows with the bytes that arrive, not with an announced length.</summary>
    public static ReadOnlyMemory<byte> ReadAll(Stream stream, int mostBytes)
    {
        MemoryStream bytes = new();
        byte[] block = new byte[BlockBytes];
        for (int read = stream.Read(block); read > 0; read = stream.Read(block))
        {
            if (bytes.Length + read > mostBytes)
                throw new TensorFormatException($"The file has more than {mostBytes} bytes.");
            bytes.Write(block, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
