using BenchmarkDotNet.Attributes;
using Memti.Simulation.Runs;

namespace Memti.Benchmarks;

/// <summary>Whole runs at 30 frames per second with a duty cycle.</summary>
[MemoryDiagnoser]
public class SimulatorBenchmarks
{
    private const double Hour = 3600;

    [Params(Hour)]
    public double Seconds { get; set; }

    [Benchmark]
    public SimulationResult Stepped() => EdgeVision.Run(Seconds, jump: false);

    [Benchmark]
    public SimulationResult Jumped() => EdgeVision.Run(Seconds, jump: true);
}
