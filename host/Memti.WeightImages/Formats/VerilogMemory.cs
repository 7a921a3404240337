using System.Globalization;
using System.Text;
using Memti.Documents.Words;
using Memti.WeightImages.Findings;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Formats;

/// <summary>
/// A file for Verilog's <c>$readmemh</c> with one word per line. <c>@</c> counts words: the first is the address divided by the bytes of a
/// word. The comment at the top states word size and byte order, which the reader needs to restore the bytes.
/// </summary>
/// <remarks>IEEE 1800-2017, 21.4.</remarks>
public sealed class VerilogMemory : IImageFormat
{
    /// <inheritdoc />
    public string Name => "memh";

    /// <inheritdoc />
    public string Extension => ".memh";

    /// <inheritdoc />
    public IReadOnlyList<string> OtherExtensions { get; } = [".mem", ".vmem"];

    /// <inheritdoc />
    public string Description => "words for Verilog's $readmemh";

    /// <inheritdoc />
    public byte[] Write(RegionImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        ReadOnlySpan<byte> bytes = image.Bytes.Span;
        ImageLayout layout = image.Layout;
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"// memti weight image {image.Name}: {image.Words} words; @ is the address divided by the bytes of a word\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"// address={ImageFinding.Address(image.Address)} word_bits={layout.WordBits} "
                + $"byte_order={(layout.ByteOrder == ByteOrder.Little ? "little" : "big")}\n");
        text.Append(CultureInfo.InvariantCulture, $"@{image.Address / (ulong)layout.WordBytes:x}\n");
        for (int word = 0; word < bytes.Length; word += layout.WordBytes)
            text.Append(WordBytes.Digits(bytes.Slice(word, layout.WordBytes), layout.ByteOrder)).Append('\n');
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <inheritdoc />
    public FlatImage Read(ReadOnlySpan<byte> file) => Read(file, null);

    /// <inheritdoc />
    public FlatImage Read(ReadOnlySpan<byte> file, WordForm? words) => new VerilogMemoryReader(this, words).Read(file);
}
