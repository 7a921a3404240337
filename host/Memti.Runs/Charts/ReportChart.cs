namespace Memti.Runs.Charts;

/// <summary>A chart of a run's report.</summary>
public enum ReportChart
{
    /// <summary>Energy of a frame by cause, design by design.</summary>
    Energy,

    /// <summary>The same as shares of each design's energy.</summary>
    EnergyShare,

    /// <summary>Energy of a frame by component.</summary>
    Components,

    /// <summary>Years until each memory wears out or fades.</summary>
    Lifetime,

    /// <summary>Power over one frame.</summary>
    Power,

    /// <summary>What moves the energy of a frame: first-order change for a tenth more and less of each number.</summary>
    Sensitivity,
}
