using Memti.Abstractions.Units;

namespace Memti.Abstractions.Accelerators;

/// <summary>Busy time of one resource of an accelerator.</summary>
/// <param name="Resource">Such as <c>compute</c>, or the name of a memory.</param>
/// <param name="Time">Busy time, zero or more.</param>
public readonly record struct ResourceTime(string Resource, SimTime Time);
