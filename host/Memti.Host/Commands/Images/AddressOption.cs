using System.CommandLine;
using System.Globalization;

namespace Memti.Host.Commands.Images;

/// <summary>An option whose value is an address.</summary>
internal static class AddressOption
{
    public static Option<ulong?> Of(string name, string description, params string[] aliases) => new(name, aliases)
    {
        Description = description + " Hexadecimal with 0x, or decimal.",
        HelpName = "ADDRESS",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            bool isHex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
            NumberStyles style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
            if (ulong.TryParse(isHex ? text[2..] : text, style, CultureInfo.InvariantCulture, out ulong address))
                return address;
            result.AddError(
                $"{name} is '{text}'; permitted: an address such as 0x08000000, hexadecimal with 0x or decimal, of at most 64 bits.");
            return null;
        },
    };
}
