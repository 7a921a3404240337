using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Formats;

/// <summary>The bytes alone, without an address.</summary>
public sealed class RawBinary : IImageFormat
{
    /// <inheritdoc />
    public string Name => "bin";

    /// <inheritdoc />
    public string Extension => ".bin";

    /// <inheritdoc />
    public IReadOnlyList<string> OtherExtensions { get; } = [".img", ".rom", ".raw", ".dmp"];

    /// <inheritdoc />
    public string Description => "the bytes alone, without an address";

    /// <inheritdoc />
    public byte[] Write(RegionImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return image.Bytes.ToArray();
    }

    /// <inheritdoc />
    public FlatImage Read(ReadOnlySpan<byte> file) => new(null, file.ToArray());
}
