namespace Memti.Images;

/// <summary>To come.</summary>
internal sealed class IntelHex : IImageFormat
{
    public string Name => "ihex";

    public string Extension => ".hex";

    public string Description => "ihex";

    public byte[] Write(RegionImage image) => throw new NotSupportedException();

    public FlatImage Read(ReadOnlySpan<byte> file) => throw new NotSupportedException();
}
