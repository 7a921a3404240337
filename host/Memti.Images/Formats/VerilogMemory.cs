namespace Memti.Images;

/// <summary>To come.</summary>
internal sealed class VerilogMemory : IImageFormat
{
    public string Name => "memh";

    public string Extension => ".memh";

    public string Description => "memh";

    public byte[] Write(RegionImage image) => throw new NotSupportedException();

    public FlatImage Read(ReadOnlySpan<byte> file) => throw new NotSupportedException();
}
