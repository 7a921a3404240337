using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary>
/// An address of a 32-bit bus, read as <see cref="ulong"/>: hexadecimal with <c>0x</c>, or decimal, and a multiple of 4096.
/// </summary>
public sealed class AddressType : ParameterType
{
    /// <summary>Addresses are multiples of it, in bytes.</summary>
    public const ulong Alignment = 4096;

    private const string Prefix = "0x";
    private const ulong Greatest = 0x1_0000_0000 - Alignment;

    /// <inheritdoc />
    public override string Permitted => $"a multiple of {Alignment} from 0 to {Text(Greatest)}";

    /// <inheritdoc />
    public override object? Read(Node node, FindingList findings)
    {
        if (node is not ScalarNode { Plain: true } scalar || !TryParse(scalar.Text, out BigInteger address))
            findings.WrongType(node, Permitted);
        else if (address < 0 || address > Greatest || address % Alignment != 0)
            findings.OutOfRange(node, Permitted);
        else
            return (ulong)address;
        return null;
    }

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = Greatest, ["multipleOf"] = Alignment },
            new JsonObject { ["type"] = "string", ["pattern"] = "^0x[0-9a-fA-F]+$" }),
    };

    /// <inheritdoc />
    public override JsonNode ToJson(object value) => JsonValue.Create((ulong)value);

    /// <inheritdoc />
    public override string ToText(object value) => Text((ulong)value);

    private static string Text(ulong address) => string.Create(CultureInfo.InvariantCulture, $"0x{address:x8}");

    private static bool TryParse(string text, out BigInteger address)
    {
        if (text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            // A leading zero keeps the number positive.
            return BigInteger.TryParse(
                "0" + text[Prefix.Length..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out address)
                && text.Length > Prefix.Length;
        address = default;
        return DecimalNumber.TryParse(text, out DecimalNumber number) && number.TryToWhole(out address);
    }
}
