namespace Memti.Abstractions.Processors;

/// <summary>An exception that no handler took.</summary>
/// <param name="Cause">Number of the exception, such as 2 for an illegal instruction.</param>
/// <param name="Summary">What happened, in words.</param>
/// <param name="ProgramCounter">Address of the instruction.</param>
/// <param name="Value">Address or instruction word that belongs to the exception; 0 for none.</param>
public sealed record CoreFault(int Cause, string Summary, ulong ProgramCounter, ulong Value);
