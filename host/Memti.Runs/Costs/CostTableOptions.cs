using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Runs.Costs;

/// <summary>Options of an accelerator of which measured costs are known.</summary>
public sealed class CostTableOptions
{
    /// <summary>The table.</summary>
    [Parameter("File of costs relative to the scenario: a CSV table with the columns task, latency_ms and energy_mj; required")]
    public ScenarioFile? Costs { get; set; }

    /// <summary>Which rows of the table are of this accelerator.</summary>
    [Parameter("Rows of the table that are of this accelerator: those with this word in the column accelerator; all rows without it")]
    public string? Rows { get; set; }

    /// <summary>Power while on.</summary>
    [Parameter("Power while on, beside the energy of inferences in the table", Unit = "mw", Minimum = 0, Maximum = 1e6,
        Source = "the table has all energy of an inference; between inferences nothing is known")]
    public Power On { get; set; }

    /// <summary>Power while off.</summary>
    [Parameter("Power while off", Unit = "mw", Minimum = 0, Maximum = 1e6, Source = "as while on")]
    public Power Off { get; set; }

    /// <summary>Time of a wake-up.</summary>
    [Parameter("Time from off to on", Unit = "us", Minimum = 0, Maximum = 1e9, Source = "not known from a table")]
    public SimTime Wake { get; set; }
}
