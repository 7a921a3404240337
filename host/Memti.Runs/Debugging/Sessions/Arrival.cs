using Memti.Runs.Debugging.Wire;

namespace Memti.Runs.Debugging.Sessions;

/// <summary>Something that arrived from the debugger.</summary>
/// <param name="Signal">What; <see cref="PacketSignal.None"/> for the end of the connection.</param>
/// <param name="Packet">Body of a packet.</param>
/// <param name="HaltsBefore">Requests to halt that arrived before it.</param>
internal readonly record struct Arrival(PacketSignal Signal, string Packet, long HaltsBefore);
