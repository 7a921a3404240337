using BenchmarkDotNet.Attributes;
using Memti.Simulation.Kernel;

namespace Memti.Benchmarks;

/// <summary>The hold model: with a fixed number pending, each dispatched event schedules another one.</summary>
[MemoryDiagnoser]
public class QueueBenchmarks
{
    public const int Events = 4_000_000;

    private readonly EventQueue _queue = new(capacity: 32_768);
    private uint _random = 1;

    [Params(8, 64, 1024, 16_384)]
    public int Pending { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        for (int index = 0; index < Pending; index++)
            _queue.Schedule(Delay(), 0, index);
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public long Hold()
    {
        long last = 0;
        for (int count = 0; count < Events; count++)
        {
            _queue.TryDequeue(out ScheduledEvent next);
            last = next.Time;
            _queue.Schedule(last + Delay(), (byte)(next.Kind & 3), next.Kind);
        }

        return last;
    }

    private uint Delay()
    {
        _random ^= _random << 13;
        _random ^= _random >> 17;
        _random ^= _random << 5;
        return _random & 0xFFFFF;
    }
}
