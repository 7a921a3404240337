using Memti.Abstractions.Processors;
using Memti.Runs.Debugging.Wire;

namespace Memti.Runs.Debugging.Packets;

/// <summary>
/// Breakpoints and watchpoints: <c>Z</c> sets and <c>z</c> removes one, of type 0 software, 1 hardware, 2 write, 3 read, 4 either.
/// </summary>
internal sealed class BreakpointPackets(BreakpointBook book) : IPacketGroup
{
    /// <inheritdoc/>
    public bool TryAnswer(string packet, out string? reply)
    {
        bool mine = packet.Length > 1 && packet[0] is 'Z' or 'z';
        reply = mine ? Change(packet[1], packet[2..], active: packet[0] == 'Z') : null;
        return mine;
    }

    private string Change(char type, string question, bool active)
    {
        string[] parts = question.Split(',', ';');
        if (parts.Length < 3 || !HexText.TryNumber(parts[1], out ulong address) || !HexText.TryCount(parts[2], out int bytes))
            return Reply.Malformed;
        switch (type)
        {
            case '0' or '1':
                book.SetBreakpoint(hardware: type == '1', address, active);
                return Reply.Ok;
            case '2' or '3' or '4' when bytes > 0:
                book.SetWatchpoint(address, bytes, KindOf(type), active);
                return Reply.Ok;
            default:
                return Reply.Unsupported;
        }
    }

    private static WatchKind KindOf(char type) => type switch
    {
        '2' => WatchKind.Write,
        '3' => WatchKind.Read,
        _ => WatchKind.Read | WatchKind.Write,
    };
}
