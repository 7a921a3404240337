namespace Memti.Simulation.Firmware;

/// <summary>What a frame waits for that needs another stream.</summary>
public enum FrameDependence
{
    /// <summary>
    /// As many finished frames of the other stream as its own number and one: after a dropped frame there, it waits for a count that comes
    /// too late. A defect of the benchmark, kept for its results.
    /// </summary>
    Count,

    /// <summary>The frame of the other stream that had arrived last when this one did.</summary>
    Frame,
}
