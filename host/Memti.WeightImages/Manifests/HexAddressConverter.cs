using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Memti.WeightImages.Findings;

namespace Memti.WeightImages.Manifests;

/// <summary>Writes addresses as text such as <c>0x80000000</c>, because many JSON readers lose bits of 64-bit numbers.</summary>
internal sealed class HexAddressConverter : JsonConverter<ulong>
{
    public override ulong Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            && reader.GetString() is { Length: > 2 } text
            && text.StartsWith("0x", StringComparison.Ordinal)
            && ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong address)
            ? address
            : throw new JsonException("an address is text such as \"0x80000000\"");

    public override void Write(Utf8JsonWriter writer, ulong value, JsonSerializerOptions options) =>
        writer.WriteStringValue(ImageFinding.Address(value));
}
