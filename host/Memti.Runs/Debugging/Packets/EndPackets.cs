namespace Memti.Runs.Debugging.Packets;

/// <summary>
/// Leaving and beginning anew: <c>D</c> detaches, <c>k</c> and <c>vKill</c> end the run, <c>!</c> announces a debugger that outlives a run,
/// and then <c>vRun</c> and <c>R</c> begin it again.
/// </summary>
internal sealed class EndPackets(ResumePackets resume, BreakpointBook book, IConversation conversation) : IPacketGroup
{
    /// <inheritdoc/>
    public bool TryAnswer(string packet, out string? reply)
    {
        reply = null;
        switch (packet.Split(';', 2)[0])
        {
            case "!":
                conversation.OutlivesRuns = true;
                reply = Reply.Ok;
                return true;
            case "D":
                conversation.End(SessionEnd.Detached);
                reply = Reply.Ok;
                return true;
            case "k":
                conversation.End(SessionEnd.Killed);
                return true;
            case "vKill":
                reply = Kill();
                return true;
            case "vRun":
                reply = Restart();
                return true;
            case ['R', ..]:
                Restart();
                return true;
            default:
                return false;
        }
    }

    private string Kill()
    {
        if (conversation.OutlivesRuns)
            Restart();
        else
            conversation.End(SessionEnd.Killed);
        return Reply.Ok;
    }

    private string Restart()
    {
        book.Forget();
        return resume.Restart();
    }
}
