using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.WeightImages.Layouts;

namespace Memti.Host.Rendering.Images;

/// <summary>Prints decoded weights.</summary>
internal static class WeightsText
{
    /// <summary>One line per value: tensor, index, code, value. Values are exact.</summary>
    public static string Csv(IReadOnlyList<ImageTensor> tensors)
    {
        var text = new StringBuilder("tensor,index,code,value\n");
        foreach (ImageTensor tensor in tensors)
        {
            string name = CsvText.Quote(tensor.Name);
            foreach ((int index, int code) in Codes(tensor).Index())
                // A power-of-two scale is exact in a double, and "R" round-trips it.
                text.Append(CultureInfo.InvariantCulture, $"{name},{index},{code},{Math.ScaleB(code, -tensor.FractionBits):R}\n");
        }

        return text.ToString();
    }

    public static JsonObject Json(RegionImage image, IReadOnlyList<ImageTensor> tensors) => new()
    {
        ["memti_image_decode"] = 1,
        ["region"] = image.Region,
        ["task"] = image.Task,
        ["tensors"] = new JsonArray([.. tensors.Select(Tensor)]),
    };

    private static JsonObject Tensor(ImageTensor tensor) => new()
    {
        ["name"] = tensor.Name,
        ["shape"] = new JsonArray([.. tensor.Shape.Select(static size => (JsonNode)size)]),
        ["bits"] = tensor.Bits,
        ["fraction_bits"] = tensor.FractionBits,
        ["codes"] = new JsonArray([.. Codes(tensor).Select(static code => (JsonNode)code)]),
    };

    /// <summary>Codes as signed integers.</summary>
    private static int[] Codes(ImageTensor tensor)
    {
        int[] codes = new int[tensor.Codes.Length];
        for (int index = 0; index < codes.Length; index++)
            // Left and arithmetic right shift extend the sign from the top bit of the code.
            codes[index] = tensor.Codes.Span[index] << (32 - tensor.Bits) >> (32 - tensor.Bits);
        return codes;
    }
}
