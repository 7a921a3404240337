using Memti.Abstractions.Units;

namespace Memti.Abstractions.Accelerators;

/// <summary>Data that one inference reads from or writes to a memory.</summary>
/// <param name="Memory">Name of the memory in the scenario.</param>
/// <param name="Direction">Read or write, seen from the memory.</param>
/// <param name="Size">Amount of data, as the memory stores it.</param>
public sealed record Traffic(string Memory, TransferDirection Direction, DataSize Size);
