namespace Memti.WeightImages.Manifests;

/// <summary>What it takes to go from one task to another.</summary>
/// <param name="Region">Name of the region.</param>
/// <param name="From">The task whose image is there.</param>
/// <param name="To">The task whose image shall be there.</param>
/// <param name="Cells">Cells of the larger of the two images.</param>
/// <param name="CellsChanged">Cells that must be written, for they hold something else.</param>
/// <param name="BitsChanged">Bits of the images that differ.</param>
public sealed record ManifestTaskSwitch(
    string Region,
    string From,
    string To,
    long Cells,
    long CellsChanged,
    long BitsChanged);
