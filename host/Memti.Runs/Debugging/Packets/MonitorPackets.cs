using System.Text;
using Memti.Runs.Debugging.Targets;
using Memti.Runs.Debugging.Wire;

namespace Memti.Runs.Debugging.Packets;

/// <summary>Commands that a user types after <c>monitor</c>: <c>qRcmd</c>.</summary>
internal sealed class MonitorPackets(IDebugTarget target, IConversation conversation) : IPacketGroup
{
    private const string Prefix = "qRcmd,";

    /// <inheritdoc/>
    public bool TryAnswer(string packet, out string? reply)
    {
        bool mine = packet.StartsWith(Prefix, StringComparison.Ordinal);
        reply = mine ? Answer(packet.AsSpan(Prefix.Length)) : null;
        return mine;
    }

    private string Answer(ReadOnlySpan<char> digits)
    {
        if (!HexText.TryBytes(digits, out byte[] text))
            return Reply.Malformed;
        string[] words = Encoding.UTF8.GetString(text).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        conversation.Print(Answer(words));
        return Reply.Ok;
    }

    private string Answer(string[] words)
    {
        if (words.Length == 0 || words[0] == "help")
            return Help();
        MonitorCommand[] meant = [.. target.Monitor.Where(command => command.Name == words[0])];
        return meant.Length == 0 ? $"There is no command '{words[0]}'.\n{Help()}" : meant[0].Answer(words[1..]);
    }

    private string Help()
    {
        var text = new StringBuilder("Commands after 'monitor':\n");
        foreach (MonitorCommand command in target.Monitor)
            text.Append($"  {command.Name + " " + command.Arguments,-32}{command.Summary}\n");
        return text.Append($"  {"help",-32}This list.\n").ToString();
    }
}
