using System.Buffers.Binary;
using System.Text;
using Memti.Runs.Debugging.Targets;
using Memti.Runs.Debugging.Wire;

namespace Memti.Runs.Debugging.Packets;

/// <summary>Registers: <c>g</c> and <c>G</c> all of them, <c>p</c> and <c>P</c> one. Their bytes are little-endian.</summary>
internal sealed class RegisterPackets(IDebugTarget target) : IPacketGroup
{
    private RegisterLayout? _layout;

    private RegisterLayout Layout => _layout ??= RegisterLayout.Of(target.Core.TargetDescription);

    /// <inheritdoc/>
    public bool TryAnswer(string packet, out string? reply)
    {
        reply = packet.Length == 0 ? null : packet[0] switch
        {
            'g' when packet.Length == 1 => ReadAll(),
            'G' => WriteAll(packet.AsSpan(1)),
            'p' => Read(packet.AsSpan(1)),
            'P' => Write(packet[1..]),
            _ => null,
        };
        return reply is not null;
    }

    private string ReadAll()
    {
        var text = new StringBuilder();
        for (int register = 0; register < Layout.Together; register++)
            text.Append(Text(register));
        return text.ToString();
    }

    private string Read(ReadOnlySpan<char> digits) =>
        HexText.TryCount(digits, out int register) && Layout.Bytes(register) > 0 ? Text(register) : Reply.NotThere;

    /// <summary>Digits of a register; crosses for one that the core does not have.</summary>
    private string Text(int register)
    {
        int bytes = Layout.Bytes(register);
        if (!target.Core.TryRead(register, out ulong value))
            return new string('x', 2 * bytes);
        Span<byte> all = stackalloc byte[Math.Max(bytes, sizeof(ulong))];
        all.Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(all, value);
        return HexText.Of(all[..bytes]);
    }

    private string WriteAll(ReadOnlySpan<char> digits)
    {
        for (int register = 0; register < Layout.Together; register++)
        {
            int length = 2 * Layout.Bytes(register);
            if (digits.Length < length || !TryWrite(register, digits[..length]))
                return Reply.Malformed;
            digits = digits[length..];
        }

        return Reply.Ok;
    }

    private string Write(string question)
    {
        string[] parts = question.Split('=', 2);
        if (parts.Length != 2 || !HexText.TryCount(parts[0], out int register) || Layout.Bytes(register) == 0)
            return Reply.NotThere;
        return Reply.Of(parts[1].Length == 2 * Layout.Bytes(register) && TryWrite(register, parts[1]));
    }

    private bool TryWrite(int register, ReadOnlySpan<char> digits)
    {
        if (!HexText.TryBytes(digits, out byte[] bytes) || bytes.Length > sizeof(ulong))
            return false;
        ulong value = 0;
        for (int index = bytes.Length - 1; index >= 0; index--)
            value = (value << 8) | bytes[index];
        return target.Core.TryWrite(register, value);
    }
}
