using Memti.Abstractions.Units;

namespace Memti.Abstractions.Accelerators;

/// <summary>How long a resource of an accelerator is busy.</summary>
/// <param name="Resource">Such as <c>compute</c> or the name of a memory.</param>
/// <param name="Time">How long.</param>
public readonly record struct ResourceTime(string Resource, SimTime Time);
