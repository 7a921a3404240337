using System.Text;
using Memti.Runs.Debugging.Targets;
using Memti.Runs.Debugging.Wire;

namespace Memti.Runs.Debugging.Packets;

/// <summary>Memory: <c>m</c> reads, <c>M</c> writes digits, <c>X</c> writes bytes. What has no power is an error, not old bytes.</summary>
internal sealed class MemoryPackets(IDebugTarget target) : IPacketGroup
{
    /// <inheritdoc/>
    public bool TryAnswer(string packet, out string? reply)
    {
        reply = packet.Length == 0 ? null : packet[0] switch
        {
            'm' => Read(packet[1..]),
            'M' => Write(packet[1..], static (text, bytes) => HexText.TryBytes(text, out byte[] read) && TryCopy(read, bytes)),
            'X' => Write(packet[1..], static (text, bytes) => TryCopy(Encoding.Latin1.GetBytes(text), bytes)),
            _ => null,
        };
        return reply is not null;
    }

    private static bool TryCopy(byte[] read, Span<byte> bytes)
    {
        if (read.Length != bytes.Length)
            return false;
        read.CopyTo(bytes);
        return true;
    }

    private string Read(string question)
    {
        if (!TryRange(question, out ulong address, out int length))
            return Reply.Malformed;
        byte[] bytes = new byte[Math.Min(length, PacketReader.MaxLength / 2)];
        return target.TryReadMemory(address, bytes) ? HexText.Of(bytes) : Reply.NotThere;
    }

    private string Write(string question, ContentReader content)
    {
        string[] parts = question.Split(':', 2);
        if (parts.Length != 2 || !TryRange(parts[0], out ulong address, out int length) || length > PacketReader.MaxLength)
            return Reply.Malformed;
        byte[] bytes = new byte[length];
        if (!content(parts[1], bytes))
            return Reply.Malformed;
        // A debugger asks with an empty write whether this packet is supported.
        return Reply.Of(length == 0 || target.TryWriteMemory(address, bytes));
    }

    private static bool TryRange(string text, out ulong address, out int length)
    {
        string[] parts = text.Split(',', 2);
        length = 0;
        return HexText.TryNumber(parts[0], out address) && parts.Length == 2 && HexText.TryCount(parts[1], out length);
    }

    private delegate bool ContentReader(string text, Span<byte> bytes);
}
