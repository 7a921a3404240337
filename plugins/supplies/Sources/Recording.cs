namespace Memti.Plugins.Supplies.Sources;

/// <summary>What a file holds.</summary>
/// <param name="Samples">Its samples in order of time.</param>
/// <param name="IsIrradiance">True for power on a square metre.</param>
internal sealed record Recording(IReadOnlyList<Sample> Samples, bool IsIrradiance);
