using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;

namespace Memti.Training.Datasets.Sources;

/// <summary>Reads exact numbers of bytes, counts them, and reports where a file ended or was damaged.</summary>
internal sealed class CountedStream(Stream stream, string file)
{
    /// <summary>Number of bytes read, after decompression.</summary>
    public long Position { get; private set; }

    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesUnreadable"/>: the file ends too early.</exception>
    public void Fill(Span<byte> target)
    {
        int read = Guarded(target);
        Position += read;
        if (read < target.Length)
            throw Unreadable($"it ends at byte {Position}, {target.Length - read} bytes too early");
    }

    /// <summary>Reads bytes and forgets them, until the stream ends.</summary>
    /// <param name="most">Most bytes to read.</param>
    /// <returns>Number of bytes read.</returns>
    public long Skip(long most)
    {
        byte[] buffer = new byte[Math.Min(most, 1 << 16)];
        long start = Position;
        for (int read = 1; read > 0 && Position - start < most; Position += read)
            read = Guarded(buffer.AsSpan(0, (int)Math.Min(buffer.Length, most - (Position - start))));
        return Position - start;
    }

    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesUnreadable"/>: the file continues.</exception>
    public void End()
    {
        if (Guarded(stackalloc byte[1]) != 0)
            throw Unreadable($"it goes on after byte {Position}, where its head says that it ends");
    }

    public MemtiException Unreadable(string trouble, Exception? inner = null) => DataFile.Unreadable(file, trouble, inner);

    private int Guarded(Span<byte> target)
    {
        try
        {
            return stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException)
        {
            throw Unreadable($"its data are damaged after byte {Position}: {damage.Message.TrimEnd('.')}", damage);
        }
    }
}
