using System.Globalization;
using Memti.Runs.Debugging.Targets;
using Memti.Runs.Debugging.Wire;

namespace Memti.Runs.Debugging.Packets;

/// <summary>
/// What the two sides can do: <c>qSupported</c>, <c>vMustReplyEmpty</c>, <c>QStartNoAckMode</c>, <c>qXfer:features:read</c>.
/// </summary>
internal sealed class ConnectionPackets(IDebugTarget target, StopReplies stops, IConversation conversation) : IPacketGroup
{
    private const string ReadDescription = "qXfer:features:read:";

    /// <inheritdoc/>
    public bool TryAnswer(string packet, out string? reply)
    {
        reply = Name(packet) switch
        {
            "qSupported" => Supported(packet),
            "vMustReplyEmpty" => Reply.Unsupported,
            "QStartNoAckMode" => StopAcknowledging(),
            "qXfer" when packet.StartsWith(ReadDescription, StringComparison.Ordinal) => Description(packet[ReadDescription.Length..]),
            _ => null,
        };
        return reply is not null;
    }

    private static string Name(string packet) => packet.Split(':', 2)[0];

    private string Supported(string packet)
    {
        string[] features = packet.Split(':', ';');
        stops.NamesBreakpoints = features.Contains("swbreak+");
        stops.NamesHardwareBreakpoints = features.Contains("hwbreak+");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"PacketSize={PacketReader.MaxLength:x};QStartNoAckMode+;qXfer:features:read+;swbreak+;hwbreak+;vContSupported+");
    }

    private string StopAcknowledging()
    {
        conversation.StopAcknowledging();
        return Reply.Ok;
    }

    /// <summary>A part of the description: <c>annex:offset,length</c>.</summary>
    private string Description(string question)
    {
        string[] parts = question.Split(':', ',');
        if (parts.Length != 3 || !HexText.TryCount(parts[1], out int offset) || !HexText.TryCount(parts[2], out int length))
            return Reply.Malformed;
        return parts[0] == "target.xml" ? Part(target.Core.TargetDescription, offset, length) : Reply.NotThere;
    }

    private static string Part(string text, int offset, int length)
    {
        int start = Math.Min(offset, text.Length);
        int count = Math.Min(Math.Min(length, text.Length - start), PacketReader.MaxLength / 2);
        return string.Concat(start + count < text.Length ? "m" : "l", text.AsSpan(start, count));
    }
}
