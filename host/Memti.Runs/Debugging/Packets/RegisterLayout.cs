using System.Globalization;
using System.Xml.Linq;

namespace Memti.Runs.Debugging.Packets;

/// <summary>Sizes of a core's registers, as its description for the GNU debugger says.</summary>
internal sealed class RegisterLayout
{
    private readonly Dictionary<int, int> _bytes;

    private RegisterLayout(Dictionary<int, int> bytes)
    {
        _bytes = bytes;
        int all = 0;
        while (bytes.ContainsKey(all))
            all++;
        Together = all;
    }

    /// <summary>Number of registers that one packet carries: those from 0 on without a gap.</summary>
    public int Together { get; }

    /// <summary>Reads a description. A register without a number follows the one before it.</summary>
    public static RegisterLayout Of(string description)
    {
        var bytes = new Dictionary<int, int>();
        int next = 0;
        foreach (XElement register in XDocument.Parse(description).Descendants("reg"))
        {
            int number = Number(register.Attribute("regnum")) ?? next;
            bytes[number] = (Number(register.Attribute("bitsize")) ?? 0) / 8;
            next = number + 1;
        }

        return new RegisterLayout(bytes);
    }

    /// <summary>Size of a register in bytes; 0 when there is none of this number.</summary>
    public int Bytes(int register) => _bytes.GetValueOrDefault(register);

    private static int? Number(XAttribute? attribute) =>
        attribute is null ? null : int.Parse(attribute.Value, CultureInfo.InvariantCulture);
}
