using System.Buffers.Binary;

namespace Memti.Training.Datasets.Pictures;

/// <summary>Converts the samples of a pixel to red, green and blue of 8 bits. Transparent pixels, by alpha or tRNS, are composed over
/// black. Gamma is not applied.</summary>
internal sealed class PngPixel(PngChunks chunks)
{
    private readonly int _largest = (1 << chunks.Head.Depth) - 1;

    /// <summary>Writes a pixel; false when its palette entry does not exist.</summary>
    public bool Write(ReadOnlySpan<byte> row, int column, Span<byte> target)
    {
        if (chunks.Head.Colour == PngHead.Palette)
            return WriteEntry(Sample(row, column, 0), target);
        int colours = chunks.Head.Samples >= 3 ? 3 : 1;
        bool hasAlpha = chunks.Head.Samples is 2 or 4;
        int alpha = hasAlpha ? Sample(row, column, colours) : IsTransparent(row, column, colours) ? 0 : _largest;
        for (int channel = 0; channel < 3; channel++)
            target[channel] = Byte(Sample(row, column, Math.Min(channel, colours - 1)), alpha);
        return true;
    }

    private bool WriteEntry(int entry, Span<byte> target)
    {
        if (3 * entry + 2 >= chunks.Palette.Length)
            return false;
        int alpha = entry < chunks.Transparency.Length ? chunks.Transparency[entry] : 255;
        for (int channel = 0; channel < 3; channel++)
            target[channel] = (byte)((chunks.Palette[3 * entry + channel] * alpha + 127) / 255);
        return true;
    }

    private byte Byte(int sample, int alpha)
    {
        // sample / largest x alpha / largest x 255, rounded once.
        long full = (long)_largest * _largest;
        return (byte)(((long)sample * alpha * 255 + full / 2) / full);
    }

    /// <summary>True when tRNS declares the colour transparent.</summary>
    private bool IsTransparent(ReadOnlySpan<byte> row, int column, int colours)
    {
        if (chunks.Transparency.Length != 2 * colours)
            return false;
        for (int channel = 0; channel < colours; channel++)
            if (Sample(row, column, channel) != BinaryPrimitives.ReadUInt16BigEndian(chunks.Transparency.AsSpan(2 * channel)))
                return false;
        return true;
    }

    private int Sample(ReadOnlySpan<byte> row, int column, int channel)
    {
        (int index, int depth) = (column * chunks.Head.Samples + channel, chunks.Head.Depth);
        if (depth == 16)
            return BinaryPrimitives.ReadUInt16BigEndian(row[(2 * index)..]);
        int bit = index * depth;
        return (row[bit >> 3] >> (8 - depth - (bit & 7))) & _largest;
    }
}
