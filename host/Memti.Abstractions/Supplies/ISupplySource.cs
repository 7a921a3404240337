namespace Memti.Abstractions.Supplies;

/// <summary>Where the energy comes from: a panel, an antenna, a wire. A sequence of steps that repeats itself.</summary>
public interface ISupplySource : ISupply
{
    /// <summary>Number of steps after which the first one follows again, at least 1.</summary>
    long Steps { get; }

    /// <summary>A step.</summary>
    /// <param name="index">0 to <see cref="Steps"/> - 1.</param>
    SourceStep StepAt(long index);
}
