using Memti.Simulation.Streams;

namespace Memti.Simulation.Frames;

/// <summary>Arrivals as they were recorded.</summary>
internal sealed class RecordedArrivals : ArrivalSource
{
    private readonly IReadOnlyList<long> _moments;
    private readonly int _count;

    public RecordedArrivals(StreamSpec stream, Int128 duration)
        : base(stream.Name, stream.Arrivals)
    {
        _moments = stream.Arrivals.Moments;
        _count = _moments.Count(moment => moment < duration);
        LastDue = _count == 0 ? -1 : _moments[_count - 1];
    }

    /// <inheritdoc />
    public override Int128 LastDue { get; }

    /// <inheritdoc />
    protected override Int128 Due() => Number < _count ? _moments[(int)Number] : Int128.MaxValue;
}
