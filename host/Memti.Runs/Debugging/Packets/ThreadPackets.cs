using Memti.Runs.Debugging.Targets;

namespace Memti.Runs.Debugging.Packets;

/// <summary>
/// The one thread that a core is, until its run is over: <c>Hg</c>, <c>Hc</c>, <c>T</c>, <c>qC</c>, <c>qfThreadInfo</c>,
/// <c>qsThreadInfo</c>, <c>qAttached</c>; and what a core without a loader and without tracepoints says: <c>qOffsets</c>, <c>qSymbol</c>,
/// <c>qTStatus</c>.
/// </summary>
internal sealed class ThreadPackets(IConversation conversation) : IPacketGroup
{
    /// <inheritdoc/>
    public bool TryAnswer(string packet, out string? reply)
    {
        reply = packet.Split(':', 2)[0] switch
        {
            "qC" => "QC1",
            "qfThreadInfo" => conversation.LastStop.Reason == DebugStopReason.Ended ? "l" : "m1",
            "qsThreadInfo" => "l",
            // The run was there before the debugger: at its end it detaches rather than kills.
            "qAttached" => "1",
            "qOffsets" => "Text=0;Data=0;Bss=0",
            "qSymbol" => Reply.Ok,
            "qTStatus" => Reply.Unsupported,
            _ => Selects(packet) ? Reply.Ok : null,
        };
        return reply is not null;
    }

    private static bool Selects(string packet) => packet is ['H', 'g' or 'c', ..] or ['T', _, ..];
}
