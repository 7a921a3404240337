using System.IO.Compression;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Codes;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Pictures;

/// <summary>
/// Reads a PNG (ISO/IEC 15948): all colour types and depths, plain or Adam7; 16 bits are rounded to 8. Checksums must match, ancillary
/// chunks are skipped. Allocates nothing for pixels that the file cannot hold.
/// </summary>
internal sealed class PngReader(byte[] bytes, string file)
{
    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesUnreadable"/>.</exception>
    public Picture Read()
    {
        PngChunks chunks = PngChunks.Read(bytes, file);
        PngHead head = chunks.Head;
        long packed = PngPass.Of(head).Sum(pass => pass.Rows(head) * (1 + head.RowBytes(pass.Columns(head))));
        // A small file may claim many pixels; deflate cannot expand it beyond this ratio.
        if (packed > chunks.Pixels.Length * DatasetLimits.DeflateRatio)
            throw DataFile.Unreadable(
                file, $"its {head.Width} x {head.Height} pixels are more than its {chunks.Pixels.Length} bytes of data can hold");
        byte[] pixels = new byte[head.Width * head.Height * ImageSet.Channels];
        using ZLibStream plain = new(chunks.Pixels, CompressionMode.Decompress);
        CountedStream stream = new(plain, file);
        foreach (PngPass pass in PngPass.Of(head))
            Read(stream, chunks, pass, pixels);
        stream.End();
        return new Picture((int)head.Height, (int)head.Width, pixels);
    }

    private void Read(CountedStream stream, PngChunks chunks, PngPass pass, byte[] pixels)
    {
        PngHead head = chunks.Head;
        PngPixel pixel = new(chunks);
        int columns = pass.Columns(head);
        (byte[] above, byte[] row) = (new byte[head.RowBytes(columns)], new byte[head.RowBytes(columns)]);
        for (int line = 0; line < pass.Rows(head); line++)
        {
            ReadRow(stream, row, above, head.FilterStep);
            for (int column = 0; column < columns; column++)
            {
                long place = (long)(pass.Top + line * pass.StepY) * head.Width + pass.Left + column * pass.StepX;
                if (!pixel.Write(row, column, pixels.AsSpan((int)(place * ImageSet.Channels), ImageSet.Channels)))
                    throw DataFile.Unreadable(file, $"the pixel {place} names an entry that the palette does not have");
            }

            // The next row is filtered against this one, unfiltered.
            (above, row) = (row, above);
        }
    }

    private void ReadRow(CountedStream stream, byte[] row, byte[] above, int step)
    {
        Span<byte> filter = stackalloc byte[1];
        stream.Fill(filter);
        stream.Fill(row);
        if (!PngFilter.Undo(filter[0], row, above, step))
            throw DataFile.Unreadable(
                file, $"the row before byte {stream.Position} of its pixels has the filter {filter[0]}; permitted: 0 to 4");
    }
}
