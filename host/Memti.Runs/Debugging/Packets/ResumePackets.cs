using Memti.Runs.Debugging.Targets;
using Memti.Runs.Debugging.Wire;

namespace Memti.Runs.Debugging.Packets;

/// <summary>
/// Running and standing: <c>?</c>, <c>vCont?</c>, <c>vCont</c>, and the older <c>c</c>, <c>C</c>, <c>s</c>, <c>S</c>. A core takes no
/// signals: <c>C</c> and <c>S</c> are <c>c</c> and <c>s</c>, but a debugger refuses <c>vCont</c> without all four.
/// </summary>
internal sealed class ResumePackets(IDebugTarget target, StopReplies stops, IConversation conversation) : IPacketGroup
{
    /// <inheritdoc/>
    public bool TryAnswer(string packet, out string? reply)
    {
        reply = packet switch
        {
            "?" => stops.Of(conversation.LastStop),
            "vCont?" => "vCont;c;C;s;S",
            _ when packet.StartsWith("vCont;", StringComparison.Ordinal) => Resume(packet["vCont;".Length..].Split(':', ';')[0], ""),
            _ when packet.Length > 0 && packet[0] is 'c' or 's' => Resume(packet[..1], packet[1..]),
            _ when packet.Length > 0 && packet[0] is 'C' or 'S' => Resume(packet[..1], AfterSemicolon(packet)),
            _ => null,
        };
        return reply is not null;
    }

    /// <summary>Sets the target back to its start.</summary>
    public string Restart()
    {
        target.Restart();
        conversation.LastStop = new DebugStop(DebugStopReason.Stepped);
        return stops.Of(conversation.LastStop);
    }

    private static string AfterSemicolon(string packet) => packet.Split(';', 2) is [_, string address] ? address : "";

    /// <param name="action">The letter, for <c>C</c> and <c>S</c> with a signal after it.</param>
    /// <param name="address">Where to go on; empty for where the core stands.</param>
    private string Resume(string action, string address)
    {
        if (address.Length > 0 && !TrySetProgramCounter(address))
            return Reply.Malformed;
        return action.Length == 0 ? Reply.Malformed : action[0] switch
        {
            'c' or 'C' => Run(target.Continue),
            's' or 'S' => Run(target.Step),
            _ => Reply.Malformed,
        };
    }

    private bool TrySetProgramCounter(string address)
    {
        bool read = HexText.TryNumber(address, out ulong value);
        if (read)
            target.Core.ProgramCounter = value;
        return read;
    }

    private string Run(Func<CancellationToken, DebugStop> run)
    {
        if (conversation.LastStop.Reason != DebugStopReason.Ended)
            conversation.Run(run);
        if (conversation.LastStop.Explanation is { } text)
            conversation.Print(text + "\n");
        if (conversation.LastStop.Reason == DebugStopReason.Ended && !conversation.OutlivesRuns)
            conversation.End(SessionEnd.Ended);
        return stops.Of(conversation.LastStop);
    }
}
