namespace Memti.Plugins.RiscV.Translation;

/// <summary>Where a region is entered.</summary>
/// <param name="Region">The region.</param>
/// <param name="Number">Number of the entry.</param>
internal sealed record RegionEntry(Region Region, int Number);
