using Memti.Abstractions.Units;

namespace Memti.Simulation.Streams;

/// <summary>The arrivals of a stream.</summary>
/// <param name="Law">The law; it decides which of the other members count.</param>
public sealed record ArrivalSpec(ArrivalLaw Law)
{
    /// <summary>Rate of a periodic stream.</summary>
    public FrameRate Rate { get; init; } = new(30, 1);

    /// <summary>First arrival of a periodic stream in picoseconds, not negative.</summary>
    public long Offset { get; init; }

    /// <summary>Mean arrivals per second of a Poisson stream, above zero.</summary>
    public double PerSecond { get; init; }

    /// <summary>Recorded moments in picoseconds, none before the one that precedes it.</summary>
    public IReadOnlyList<long> Moments { get; init; } = [];

    /// <summary>Index of the stream whose completed frames trigger this one.</summary>
    public int By { get; init; } = -1;

    /// <summary>Probability that an arrival is asked for, 0 to 1. Default: 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Seed of what is drawn.</summary>
    public ulong Seed { get; init; }

    /// <summary>True for arrivals that are drawn or recorded: a run with them never recurs.</summary>
    public bool IsIrregular => Law is (ArrivalLaw.Poisson or ArrivalLaw.Recorded) || Probability is > 0 and < 1;
}
