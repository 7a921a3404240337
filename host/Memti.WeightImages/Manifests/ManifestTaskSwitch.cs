namespace Memti.WeightImages.Manifests;

/// <summary>Writes for a switch from one task to another.</summary>
/// <param name="Region">Name of the region.</param>
/// <param name="From">Task of the present weight image.</param>
/// <param name="To">Task of the new weight image.</param>
/// <param name="Cells">Cells of the larger image.</param>
/// <param name="CellsChanged">Cells that must be written, because their level changes.</param>
/// <param name="BitsChanged">Bits of the images that differ.</param>
public sealed record ManifestTaskSwitch(
    string Region,
    string From,
    string To,
    long Cells,
    long CellsChanged,
    long BitsChanged);
