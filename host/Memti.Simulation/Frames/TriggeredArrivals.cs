using Memti.Simulation.Streams;

namespace Memti.Simulation.Frames;

/// <summary>Arrivals that frames of another stream bring when they are done. None comes by itself.</summary>
internal sealed class TriggeredArrivals(StreamSpec stream) : ArrivalSource(stream.Name, stream.Arrivals)
{
    /// <inheritdoc />
    public override Int128 LastDue => -1;

    /// <inheritdoc />
    protected override Int128 Due() => Int128.MaxValue;
}
