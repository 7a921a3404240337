namespace Memti.Simulation.Streams;

/// <summary>When the frames of a stream arrive.</summary>
public enum ArrivalLaw
{
    /// <summary>At a rate, from an offset on.</summary>
    Periodic,

    /// <summary>At random, with independent gaps.</summary>
    Poisson,

    /// <summary>At recorded moments.</summary>
    Recorded,

    /// <summary>Whenever a frame of another stream is done.</summary>
    Triggered,
}
