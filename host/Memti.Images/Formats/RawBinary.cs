namespace Memti.Images;

/// <summary>To come.</summary>
internal sealed class RawBinary : IImageFormat
{
    public string Name => "bin";

    public string Extension => ".bin";

    public string Description => "bin";

    public byte[] Write(RegionImage image) => throw new NotSupportedException();

    public FlatImage Read(ReadOnlySpan<byte> file) => throw new NotSupportedException();
}
