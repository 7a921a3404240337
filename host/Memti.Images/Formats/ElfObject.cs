namespace Memti.Images;

/// <summary>To come.</summary>
internal sealed class ElfObject : IImageFormat
{
    public string Name => "elf";

    public string Extension => ".o";

    public string Description => "elf";

    public byte[] Write(RegionImage image) => throw new NotSupportedException();

    public FlatImage Read(ReadOnlySpan<byte> file) => throw new NotSupportedException();
}
