using Memti.Abstractions.Units;
using Memti.Simulation.Kernel;
using Memti.Simulation.Streams;

namespace Memti.Simulation.Frames;

/// <summary>What became of the frames of one stream, in the machine's tally: a jump multiplies it.</summary>
internal sealed class StreamCounts
{
    private const int ArrivedSum = 0;
    private const int LateSum = 1;
    private const int DroppedSum = 2;
    private const int LatencySum = 3;
    private const int Sums = 4;
    private const int SumsOfAccelerator = 2;

    // Scores are summed in whole units of 1e-15, so that the order of frames does not matter and a jump multiplies them exactly.
    private const double Units = 1e15;

    private readonly StreamSpec _spec;
    private readonly ScoreRule _score;
    private readonly Tally _tally;
    private readonly int _first;
    private readonly int _accelerators;
    private readonly LatenessHistogram _latencies = new();

    public StreamCounts(StreamSpec spec, ScoreRule score, Tally tally, int accelerators)
    {
        (_spec, _score, _tally, _accelerators) = (spec, score, tally, accelerators);
        _first = tally.Reserve(Sums + (SumsOfAccelerator * accelerators));
    }

    public long Arrived => (long)_tally[_first + ArrivedSum];

    public long Late => (long)_tally[_first + LateSum];

    public long Dropped => (long)_tally[_first + DroppedSum];

    public long Done => Enumerable.Range(0, _accelerators).Sum(DoneBy);

    public void Arrive() => _tally.Add(_first + ArrivedSum, 1);

    public void Drop() => _tally.Add(_first + DroppedSum, 1);

    /// <summary>Counts a frame that is done.</summary>
    /// <param name="accelerator">What worked on it.</param>
    /// <param name="latency">Picoseconds since its arrival.</param>
    /// <param name="lateness">Picoseconds since its deadline, negative before it; null for a frame without a deadline.</param>
    public void Complete(int accelerator, long latency, Int128? lateness)
    {
        _tally.Add(_first + LateSum, lateness > 0 ? 1 : 0);
        _tally.Add(_first + LatencySum, latency);
        _latencies.Add(latency);
        double score = lateness is { } late ? _score.RealTime((double)late * 1e-9) : 1;
        int entry = EntryOf(accelerator);
        _tally.Add(entry, 1);
        _tally.Add(entry + 1, (Int128)Math.Round(score * Units));
    }

    public void Mark() => _latencies.Mark();

    public void Repeat(long times) => _latencies.Repeat(times);

    /// <param name="joules">Energy of an inference by accelerator.</param>
    public StreamResult Result(Func<int, double> joules)
    {
        (double done, double realTime, double energy, double both) = (0, 0, 0, 0);
        for (int accelerator = 0; accelerator < _accelerators; accelerator++)
        {
            long frames = DoneBy(accelerator);
            if (frames == 0)
                continue;
            double ofEnergy = _score.Energy(joules(accelerator) * 1e3);
            double ofTime = (double)_tally[EntryOf(accelerator) + 1] / Units;
            (done, realTime, energy, both) =
                (done + frames, realTime + ofTime, energy + (frames * ofEnergy), both + (ofTime * ofEnergy));
        }

        return new()
        {
            Name = _spec.Name,
            Task = _spec.Task,
            Arrived = Arrived,
            Done = (long)done,
            Late = Late,
            Dropped = Dropped,
            MeanLatency = SimTime.FromPicoseconds((long)(_tally[_first + LatencySum] / Math.Max(1, (long)done))),
            Latency50 = Percentile(50),
            Latency95 = Percentile(95),
            Latency99 = Percentile(99),
            WorstLatency = Percentile(100),
            RealTime = done == 0 ? null : realTime / done,
            Energy = done == 0 ? null : energy / done,
            RealTimeEnergy = done == 0 ? null : both / done,
        };
    }

    private SimTime Percentile(int percent) => SimTime.FromPicoseconds(_latencies.Percentile(percent));

    private long DoneBy(int accelerator) => (long)_tally[EntryOf(accelerator)];

    private int EntryOf(int accelerator) => _first + Sums + (SumsOfAccelerator * accelerator);
}
