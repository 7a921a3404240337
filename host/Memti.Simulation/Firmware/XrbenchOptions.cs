using Memti.Abstractions.Parameters;

namespace Memti.Simulation.Firmware;

/// <summary>Options of the scheduler of XRBench.</summary>
public sealed class XrbenchOptions
{
    private const string Source = "XRBench repository, commit 89156663 (Kwon et al., MLSys 2023)";

    /// <summary>What a frame waits for that needs another stream.</summary>
    [Parameter(
        "What a frame waits for that needs another stream: as many finished frames there as its number and one (as the benchmark does), "
            + "or the frame there that had arrived last",
        Source = Source,
        Status = NumberStatus.Published)]
    public FrameDependence Dependence { get; set; } = FrameDependence.Count;

    /// <summary>Microseconds before its end from which a job counts as finished at an event.</summary>
    [Parameter(
        "Time before its end from which a job counts as finished when the scheduler looks", Unit = "us", Minimum = 0, Maximum = 1000,
        Source = Source,
        Status = NumberStatus.Published)]
    public double MarginUs { get; set; } = 10;
}
