namespace Memti.Runs.Debugging.Packets;

/// <summary>Packets that belong together.</summary>
internal interface IPacketGroup
{
    /// <summary>Does what a packet asks for.</summary>
    /// <param name="packet">Its body, a character for each byte.</param>
    /// <param name="reply">Body of the reply: empty for a packet that is not supported, null where the debugger expects none.</param>
    /// <returns>False when the packet is of another group.</returns>
    bool TryAnswer(string packet, out string? reply);
}
