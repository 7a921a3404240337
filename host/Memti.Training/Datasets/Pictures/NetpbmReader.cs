using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Codes;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Pictures;

/// <summary>Reads a PGM or PPM, plain (P2, P3) or raw (P5, P6), with comments and a maximum value of up to 65535. Grey becomes three equal
/// channels.</summary>
internal sealed class NetpbmReader(byte[] bytes, string file)
{
    private int _at;

    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesUnreadable"/>.</exception>
    public Picture Read()
    {
        char kind = (char)bytes[1];
        _at = 2;
        if (kind is not ('2' or '3' or '5' or '6'))
            throw Trouble($"P{kind} at byte 0 is not read; permitted: P2, P3, P5, P6");
        (int width, int height) = (Number("its width"), Number("its height"));
        PictureReader.CheckSize(file, width, height, 2);
        int largest = Number("its largest value");
        if (largest is < 1 or > ushort.MaxValue)
            throw Trouble($"its largest value is {largest}; permitted: 1 to 65535");
        int channels = kind is '3' or '6' ? ImageSet.Channels : 1;
        return kind is '2' or '3' ? Plain(width, height, channels, largest) : Raw(width, height, channels, largest);
    }

    private Picture Plain(int width, int height, int channels, int largest)
    {
        long values = (long)width * height * channels;
        // Each value has at least one digit and one separator: checked before memory is allocated for the pixels.
        if (2 * values - 1 > bytes.Length - _at)
            throw Trouble($"it ends at byte {bytes.Length}, before its {values} values");
        return Fill(width, height, channels, largest, () => Number("a value"));
    }

    private Picture Raw(int width, int height, int channels, int largest)
    {
        _at++; // one white space ends the head
        int each = largest > 255 ? 2 : 1;
        long values = (long)width * height * channels;
        if (bytes.Length - _at < values * each)
            throw Trouble($"it ends at byte {bytes.Length}, and its {values * each} bytes of pixels begin at byte {_at}");
        return Fill(width, height, channels, largest, () => each == 1 ? bytes[_at++] : (bytes[_at++] << 8) | bytes[_at++]);
    }

    private Picture Fill(int width, int height, int channels, int largest, Func<int> next)
    {
        byte[] pixels = new byte[width * height * ImageSet.Channels];
        for (int at = 0; at < pixels.Length; at += ImageSet.Channels / channels)
        {
            int value = next();
            if (value > largest)
                throw Trouble($"the value {value} before byte {_at} is above the largest, {largest}");
            pixels.AsSpan(at, ImageSet.Channels / channels).Fill((byte)((value * 255 + largest / 2) / largest));
        }

        return new Picture(height, width, pixels);
    }

    private int Number(string what)
    {
        SkipSpace();
        (int start, long number) = (_at, 0);
        // Ends before the number can overflow, whatever the file holds.
        while (_at < bytes.Length && char.IsAsciiDigit((char)bytes[_at]) && number <= int.MaxValue)
            number = 10 * number + bytes[_at++] - '0';
        return _at > start && number <= int.MaxValue ? (int)number : throw Trouble($"{what} is no number at byte {start}");
    }

    private void SkipSpace()
    {
        for (; _at < bytes.Length; _at++)
        {
            if (bytes[_at] == '#')
                while (_at < bytes.Length && bytes[_at] is not ((byte)'\n' or (byte)'\r'))
                    _at++;
            else if (!char.IsWhiteSpace((char)bytes[_at]))
                return;
        }
    }

    private MemtiException Trouble(string trouble) => DataFile.Unreadable(file, trouble);
}
