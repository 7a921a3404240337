using Memti.Abstractions.Units;

namespace Memti.Abstractions.Accelerators;

/// <summary>Data that one inference moves from or to a memory.</summary>
/// <param name="Memory">Name of the memory in the scenario.</param>
/// <param name="Direction">Read from it or written to it.</param>
/// <param name="Size">How much.</param>
public sealed record Traffic(string Memory, TransferDirection Direction, DataSize Size);
