using BitMiracle.LibJpeg.Classic;

namespace Memti.Training.Datasets.Pictures;

/// <summary>Errors of the JPEG library. It only warns of truncated and damaged data, and would return a grey rest.</summary>
internal sealed class JpegErrors : jpeg_error_mgr
{
    private const int Warning = -1;

    public override void error_exit() => throw new InvalidDataException(format_message());

    public override void emit_message(int msg_level)
    {
        if (msg_level != Warning)
            return;
        string text = format_message();
        // Cameras leave bytes before a marker, which harm nothing.
        if (text.StartsWith("Premature end", StringComparison.Ordinal)
            || (text.StartsWith("Corrupt", StringComparison.Ordinal) && !text.Contains("extraneous", StringComparison.Ordinal)))
            throw new InvalidDataException(text);
    }

    public override void output_message()
    {
        // Nothing is printed: what matters is an exception.
    }
}
