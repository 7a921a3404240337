using Memti.Abstractions.Randomness;
using Memti.Simulation.Streams;

namespace Memti.Simulation.Frames;

/// <summary>The arrivals of one stream, one after the other. Frames that nobody asks for are passed over, but numbered.</summary>
internal abstract class ArrivalSource
{
    private const double WordsInAll = 4294967296.0;
    private const uint OfAsking = 1;

    private readonly Philox _random;
    private readonly double _probability;

    protected ArrivalSource(string name, ArrivalSpec spec)
    {
        _random = Philox.Named(spec.Seed, "workload/streams/" + name);
        _probability = spec.Probability;
    }

    /// <summary>Number of the next frame.</summary>
    public long Number { get; private set; }

    /// <summary>Moment of the next arrival in picoseconds; <see cref="Int128.MaxValue"/> when none comes, or none by itself.</summary>
    public Int128 Next { get; private set; } = Int128.MaxValue;

    /// <summary>Last moment at which a frame is due, asked for or not; negative when none ever is.</summary>
    public abstract Int128 LastDue { get; }

    /// <summary>The source of a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="duration">No frame arrives later.</param>
    public static ArrivalSource Of(StreamSpec stream, Int128 duration)
    {
        ArrivalSource source = stream.Arrivals.Law switch
        {
            ArrivalLaw.Periodic => new PeriodicArrivals(stream, duration),
            ArrivalLaw.Poisson => new PoissonArrivals(stream, duration),
            ArrivalLaw.Recorded => new RecordedArrivals(stream, duration),
            _ => new TriggeredArrivals(stream),
        };
        source.Seek();
        return source;
    }

    /// <summary>Moves to the next arrival.</summary>
    public void Take()
    {
        Number++;
        Step();
        Seek();
    }

    /// <summary>A frame of the stream that triggers this one is done.</summary>
    /// <returns>True when a frame arrives with that; <see cref="Number"/> is its number until <see cref="Take"/>.</returns>
    public bool Trigger()
    {
        bool asked = IsAsked(Number);
        if (!asked)
            Number++;
        return asked;
    }

    /// <summary>Skips whole periods of a periodic source.</summary>
    /// <param name="frames">Frames in them.</param>
    public virtual void Skip(long frames)
    {
        Number += frames;
        Seek();
    }

    /// <summary>Moment at which the frame <see cref="Number"/> is due; <see cref="Int128.MaxValue"/> for none.</summary>
    protected abstract Int128 Due();

    /// <summary>Moves on by one frame.</summary>
    protected virtual void Step()
    {
    }

    /// <summary>A number above 0, up to 1, of the frame <see cref="Number"/>.</summary>
    protected double Draw()
    {
        (uint low, uint high, _, _) = _random.Block((uint)Number, (uint)(Number >> 32), 0, 0);
        // One step more: never 0, whose logarithm would be no gap. The sum is exact.
        return Philox.Uniform(high, low) + Philox.UniformStep;
    }

    private void Seek()
    {
        // Without this, a stream that nobody ever asks for would be looked through to its end.
        Next = _probability > 0 ? Due() : Int128.MaxValue;
        while (Next != Int128.MaxValue && !IsAsked(Number))
        {
            Number++;
            Step();
            Next = Due();
        }
    }

    // The counter is the frame's number: whether it is asked for depends on nothing drawn before.
    private bool IsAsked(long number) => _probability >= 1
        || _random.Block((uint)number, (uint)(number >> 32), OfAsking, 0).Item1 / WordsInAll < _probability;
}
