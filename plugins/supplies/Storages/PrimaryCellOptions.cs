using Memti.Abstractions.Parameters;

namespace Memti.Plugins.Supplies.Storages;

/// <summary>Options of cells that are not charged. What a scenario leaves out follows from the cell.</summary>
public sealed class PrimaryCellOptions
{
    private const string Sheets = "TI swra349 (cr2032); data sheets of alkaline AA cells, not read here (aa)";

    /// <summary>The cell.</summary>
    [Parameter("Cell: cr2032 or aa (alkaline)", Source = "chosen")]
    public PrimaryCellKind Cell { get; set; } = PrimaryCellKind.Cr2032;

    /// <summary>Cells in series.</summary>
    [Parameter("Cells in series", Minimum = 1, Maximum = 100, Source = "chosen")]
    public int InSeries { get; set; } = 1;

    /// <summary>Capacity of each.</summary>
    [Parameter("Capacity of a cell at small currents; leave out for 225 (cr2032) or 2500 (aa)",
        Unit = "mah", Minimum = 1e-3, Maximum = 1e9, Source = Sheets)]
    public double? CapacityMah { get; set; }

    /// <summary>Open voltage of a full cell.</summary>
    [Parameter("Open voltage of a full cell; leave out for 3.0 (cr2032) or 1.6 (aa)", Unit = "v", Minimum = 0.1, Maximum = 100,
        Source = Sheets)]
    public double? FullV { get; set; }

    /// <summary>Open voltage of an empty cell.</summary>
    [Parameter("Open voltage of an empty cell; leave out for 2.0 (cr2032) or 0.9 (aa)", Unit = "v", Minimum = 0.1, Maximum = 100,
        Source = Sheets)]
    public double? EmptyV { get; set; }

    /// <summary>Resistance of a full cell.</summary>
    [Parameter("Resistance of a full cell; leave out for 10 (cr2032) or 0.2 (aa)", Unit = "ohm", Minimum = 0, Maximum = 1e6,
        Source = Sheets)]
    public double? FullOhm { get; set; }

    /// <summary>Resistance of an empty cell.</summary>
    [Parameter("Resistance of an empty cell; leave out for 100 (cr2032) or 1 (aa)", Unit = "ohm", Minimum = 0, Maximum = 1e6,
        Source = Sheets)]
    public double? EmptyOhm { get; set; }

    /// <summary>Capacitor in parallel, which carries the peaks.</summary>
    [Parameter("Capacitor in parallel with the cells, which carries peaks; 0 for none", Unit = "uf", Minimum = 0, Maximum = 1e12,
        Source = "TI swra349 recommends one")]
    public double ParallelUf { get; set; }
}
