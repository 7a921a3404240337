namespace Memti.WeightImages.Formats;

/// <summary>A line of a text file, without its end and without blanks around it.</summary>
/// <param name="number">Number of the line, from 1.</param>
/// <param name="column">Column of its first byte, from 1.</param>
/// <param name="offset">Offset of its first byte in the file.</param>
/// <param name="text">The line.</param>
internal readonly ref struct TextLine(int number, int column, int offset, ReadOnlySpan<byte> text)
{
    /// <summary>Blanks, and the byte with which CP/M and DOS end files.</summary>
    private static ReadOnlySpan<byte> Blanks => " \t\v\f\x1A"u8;

    public int Number { get; } = number;

    public int Column { get; } = column;

    public int Offset { get; } = offset;

    public ReadOnlySpan<byte> Text { get; } = text;

    /// <summary>Takes the next line of a file. Lines end with LF, CR LF or CR.</summary>
    /// <param name="file">The file.</param>
    /// <param name="next">Offset of the line; afterwards that of the line behind it.</param>
    /// <param name="number">Number of the line before; afterwards that of this line.</param>
    /// <param name="line">The line.</param>
    /// <returns>False at the end of the file.</returns>
    public static bool TryNext(ReadOnlySpan<byte> file, ref int next, ref int number, out TextLine line)
    {
        line = default;
        if (next >= file.Length)
            return false;
        // Some editors begin a file with a byte order mark.
        if (next == 0 && file.StartsWith("\uFEFF"u8))
            next = 3;
        ReadOnlySpan<byte> rest = file[next..];
        int end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        ReadOnlySpan<byte> text = end < 0 ? rest : rest[..end];
        int blanks = text.Length - text.TrimStart(Blanks).Length;
        line = new TextLine(++number, blanks + 1, next + blanks, text.Trim(Blanks));
        bool isPair = end >= 0 && end + 1 < rest.Length && rest[end] == '\r' && rest[end + 1] == '\n';
        next = end < 0 ? file.Length : next + end + (isPair ? 2 : 1);
        return true;
    }
}
