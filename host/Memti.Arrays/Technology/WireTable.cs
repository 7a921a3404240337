namespace Memti.Arrays.Technology;

/// <summary>
/// Wires of all tabulated nodes; embedded as <c>wires.json</c>. A node between two tabulated ones uses the wires of the coarser one.
/// Source: NVSim, Wire.cpp.
/// </summary>
internal static class WireTable
{
    private static readonly Lazy<Table> Loaded = new(static () => EmbeddedTable.Read<Table>("wires.json"));

    /// <summary>The geometry of a wire.</summary>
    /// <param name="nodeNanometres">Process node in nm.</param>
    /// <param name="layer"><c>local</c>, <c>semi</c> or <c>global</c>.</param>
    /// <param name="projection"><c>aggressive</c> or <c>conservative</c>.</param>
    public static Entry Of(int nodeNanometres, string layer, string projection) => Loaded.Value.Wires
        .Where(wire => wire.NodeNm >= nodeNanometres && wire.Layer == layer && wire.Projection == projection)
        .MinBy(static wire => wire.NodeNm)!;

    /// <summary>Cross-section of a wire and the dielectric around it; units are in the names.</summary>
    internal sealed record Entry(
        int NodeNm, string Layer, string Projection, double PitchM, double ThicknessToWidth, double DielectricHeightM,
        double HorizontalPermittivity, double BarrierM, double ResistivityOhmM);

    private sealed record Table(Entry[] Wires);
}
