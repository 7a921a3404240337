using Memti.Simulation.Streams;

namespace Memti.Simulation.Frames;

/// <summary>Independent arrivals at a mean rate: gaps are exponential.</summary>
internal sealed class PoissonArrivals : ArrivalSource
{
    private const double PicosecondsPerSecond = 1e12;

    private readonly double _perSecond;
    private readonly Int128 _duration;
    private Int128 _due;

    public PoissonArrivals(StreamSpec stream, Int128 duration)
        : base(stream.Name, stream.Arrivals)
    {
        (_perSecond, _duration) = (stream.Arrivals.PerSecond, duration);
        Step();
    }

    // Whether another one comes is known when its gap is drawn.
    /// <inheritdoc />
    public override Int128 LastDue => _due < _duration ? _due : -1;

    /// <inheritdoc />
    protected override Int128 Due() => _due < _duration ? _due : Int128.MaxValue;

    // The gap before a frame is drawn from its own number.
    /// <inheritdoc />
    protected override void Step() => _due += (Int128)Math.Round(-Math.Log(Draw()) / _perSecond * PicosecondsPerSecond);
}
