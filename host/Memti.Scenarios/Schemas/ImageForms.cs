using System.Text.Json.Nodes;
using Memti.Documents.Schemas;
using Memti.Scenarios.Images;

namespace Memti.Scenarios.Schemas;

/// <summary>The form of the section <c>images</c>.</summary>
internal static class ImageForms
{
    /// <summary>The section; <paramref name="partial"/> for an override, in which null takes a value away.</summary>
    public static JsonObject Section(bool partial)
    {
        JsonObject ecc = JsonForm.Mapping("Error-correcting code whose check bits follow the values of each of its words.", JsonForm.Properties(new()
        {
            ["code"] = JsonForm.Word("secded corrects one bit of a word, bch a chosen number.", ImagesReader.Codes, "secded"),
            ["data_bits"] = JsonForm.Whole("Data bits of a word of the code, a multiple of the bits of a value (bit).", 1, ImagesReader.MostDataBits, 64),
            ["correctable_bits"] = JsonForm.Whole("Wrong bits that bch corrects (bit).", 1, ImagesReader.MostCorrectable, 2),
        }, partial));
        JsonObject layout = JsonForm.Mapping("How the contents of a memory lie in its weight image.", JsonForm.Properties(new()
        {
            ["word_bits"] = new JsonObject { ["description"] = "Bits of a word (bit).", ["enum"] = new JsonArray(8, 16, 32, 64, 128), ["default"] = 32 },
            ["byte_order"] = JsonForm.Word("Order of the bytes of a word.", ImagesReader.ByteOrders, "little"),
            ["bit_order"] = JsonForm.Word("From which end fields fill a word.", ImagesReader.BitOrders, "lsb_first"),
            ["packing"] = JsonForm.Word("values: the bits of values; dense, nibble, byte: the level of each cell in as many bits as it holds, 4 or 8. Default: dense where a memory has levels, else values.", ImagesReader.Packings),
            ["ecc"] = partial ? JsonForm.OrNull(ecc) : ecc,
        }, partial));
        return new()
        {
            ["description"] = "Layout of the weight image of each memory, by the memory's name.",
            ["type"] = "object",
            ["propertyNames"] = JsonForm.Name(),
            ["additionalProperties"] = partial ? JsonForm.OrNull(layout) : layout,
        };
    }
}
