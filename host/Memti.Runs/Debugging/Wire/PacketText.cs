using System.Globalization;
using System.Text;

namespace Memti.Runs.Debugging.Wire;

/// <summary>Packets as bytes.</summary>
internal static class PacketText
{
    /// <summary>A packet with this body.</summary>
    /// <param name="body">A character for each byte.</param>
    public static byte[] Frame(string body)
    {
        var text = new StringBuilder("$", body.Length + 4);
        foreach (char value in body)
            Append(text, value);
        string sent = text.ToString();
        return Encoding.Latin1.GetBytes(sent + string.Create(CultureInfo.InvariantCulture, $"#{SumOf(sent.AsSpan(1)):x2}"));
    }

    private static void Append(StringBuilder text, char value)
    {
        // The star would announce a repetition.
        if (value is '$' or '#' or '}' or '*')
            text.Append('}').Append((char)(value ^ 0x20));
        else
            text.Append(value);
    }

    private static byte SumOf(ReadOnlySpan<char> sent)
    {
        byte sum = 0;
        foreach (char value in sent)
            sum += (byte)value;
        return sum;
    }
}
