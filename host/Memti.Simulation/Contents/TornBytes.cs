namespace Memti.Simulation.Contents;

/// <summary>What reads return after a write was cut.</summary>
/// <param name="Bytes">The bytes of the unit.</param>
/// <param name="Unreadable">Ranges of it that the code of the memory detects as wrong and cannot correct: first byte and number of
/// bytes.</param>
public sealed record TornBytes(ReadOnlyMemory<byte> Bytes, IReadOnlyList<(int Offset, int Bytes)> Unreadable);
