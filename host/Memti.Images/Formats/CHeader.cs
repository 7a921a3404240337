namespace Memti.Images;

/// <summary>To come.</summary>
internal sealed class CHeader : IImageFormat
{
    public string Name => "c";

    public string Extension => ".h";

    public string Description => "c";

    public byte[] Write(RegionImage image) => throw new NotSupportedException();

    public FlatImage Read(ReadOnlySpan<byte> file) => throw new NotSupportedException();
}
