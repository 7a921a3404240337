namespace Memti.Plugins.RiscV.Translation;

/// <summary>A place at which translated code is left.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Address">The next instruction; for an indirect jump its own address.</param>
/// <param name="Undone">Cost of what was accounted at the head of the block and did not run.</param>
internal sealed record RegionExit(RegionExitKind Kind, uint Address, CodeCost Undone)
{
    /// <summary>How often the region was left here, although it could hold what comes next.</summary>
    public int Missed { get; set; }
}
