namespace Memti.Runs.Debugging.Wire;

/// <summary>What a byte of the connection completed.</summary>
internal enum PacketSignal
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>A packet: <see cref="PacketReader.Packet"/>.</summary>
    Packet,

    /// <summary>A packet whose sum is wrong, or that is too long.</summary>
    Damaged,

    /// <summary>The debugger asks for the last reply again.</summary>
    Repeat,

    /// <summary>The debugger asks for a halt.</summary>
    Interrupt,
}
