using Memti.Simulation.Streams;

namespace Memti.Simulation.Frames;

/// <summary>Frames at a rate, from an offset on. A frame comes when its whole period fits the run.</summary>
internal sealed class PeriodicArrivals : ArrivalSource
{
    private readonly FrameClock _clock;
    private readonly long _offset;
    private readonly long _frames;

    public PeriodicArrivals(StreamSpec stream, Int128 duration)
        : base(stream.Name, stream.Arrivals)
    {
        (_clock, _offset) = (new(stream.Arrivals.Rate), stream.Arrivals.Offset);
        Int128 left = duration - _offset;
        // The frame that begins at the end or later has no whole period.
        _frames = left <= 0 ? 0 : _clock.At(left);
        LastDue = _frames == 0 ? -1 : _offset + _clock.StartOf(_frames - 1);
    }

    /// <inheritdoc />
    public override Int128 LastDue { get; }

    /// <inheritdoc />
    protected override Int128 Due() => Number < _frames ? _offset + _clock.StartOf(Number) : Int128.MaxValue;
}
