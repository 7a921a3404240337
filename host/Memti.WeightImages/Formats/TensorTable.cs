using System.Globalization;
using System.Text;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Formats;

/// <summary>The tensors of a weight image as a constant table in C11 and C++11: place, shape and scale of each.</summary>
internal static class TensorTable
{
    private const string Declaration =
        """
        #ifndef MEMTI_TENSOR
        #define MEMTI_TENSOR 1
        /* A tensor of a weight image. A code c of its values stands for c x 2^-fraction_bits. */
        struct memti_tensor {
            const char *name;
            uint32_t offset;       /* first byte, from the start of the array */
            uint32_t bytes;        /* in the array, whole words */
            uint32_t values;
            int16_t bits;          /* of a value */
            int16_t fraction_bits;
            uint32_t dimensions;
            const uint32_t *shape; /* sizes, outermost first */
        };
        #endif


        """;

    public static void Write(StringBuilder text, RegionImage image)
    {
        string name = ImageSymbols.Identifier(image);
        string macro = name.ToUpperInvariant();
        CultureInfo culture = CultureInfo.InvariantCulture;
        text.Append(Declaration.ReplaceLineEndings("\n"));
        text.Append(culture, $"#define {macro}_TENSORS {image.Tensors.Count}\n");
        // C forbids arrays of length zero.
        if (image.Tensors.Count == 0)
            return;
        int[] sizes = [.. image.Tensors.SelectMany(static placed => placed.Tensor.Shape)];
        string listed = sizes.Length == 0 ? "0" : string.Join(", ", sizes);
        text.Append(
            culture,
            $"static const uint32_t {name}_shapes[{Math.Max(sizes.Length, 1)}] = {{ {listed} }};\n"
                + $"static const struct memti_tensor {name}_tensors[{macro}_TENSORS] = {{\n");
        int shape = 0;
        foreach (PlacedTensor placed in image.Tensors)
        {
            ImageTensor tensor = placed.Tensor;
            text.Append(
                culture,
                $"    {{ {Literal(tensor.Name)}, {placed.OffsetBytes}, {placed.Bytes}, {placed.Values}, {tensor.Bits}, "
                    + $"{tensor.FractionBits}, {tensor.Shape.Count}, {name}_shapes + {shape} }},\n");
            shape += tensor.Shape.Count;
        }

        text.Append("};\n\n");
    }

    /// <summary>A string literal. Bytes that are no plain letters become octal escapes, which end after three digits.</summary>
    private static string Literal(string name)
    {
        var literal = new StringBuilder("\"");
        foreach (byte value in Encoding.UTF8.GetBytes(name))
        {
            // '?' could begin a trigraph.
            if (value is >= 0x20 and < 0x7F and not ((byte)'"' or (byte)'\\' or (byte)'?'))
                literal.Append((char)value);
            else
                literal.Append('\\').Append(Convert.ToString(value, 8).PadLeft(3, '0'));
        }

        return literal.Append('"').ToString();
    }
}
