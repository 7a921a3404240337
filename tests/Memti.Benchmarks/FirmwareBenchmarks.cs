using BenchmarkDotNet.Attributes;
using Memti.Plugins.RiscV;
using Memti.Plugins.RiscV.Options;

namespace Memti.Benchmarks;

/// <summary>
/// Four kernels of firmware on the RISC-V core: a table CRC-32, a product of 48 x 48 integers, a quicksort of 8,192 numbers and a list walk
/// with a switch. Cycles, wait states, energies and accesses are counted. Targets: 0.6 of the rate of QEMU and 600 million instructions/s;
/// 150 without translation.
/// </summary>
[MemoryDiagnoser]
public class FirmwareBenchmarks
{
    private byte[] _elf = [];

    [Params(true, false)]
    public bool Translate { get; set; } = true;

    /// <summary>Rounds of the kernels; 1 is 16 million instructions.</summary>
    [Params(10)]
    public int Rounds { get; set; } = 10;

    /// <summary>Path of the executable.</summary>
    public string Path { get; private set; } = "";

    [GlobalSetup]
    public void Build()
    {
        Path = FirmwareBuild.Build("kernels", $"ROUNDS={Rounds}");
        _elf = File.ReadAllBytes(Path);
    }

    [Benchmark]
    public long Kernels() => Run().Instructions;

    /// <summary>Runs the kernels.</summary>
    /// <returns>Instructions, and what they printed.</returns>
    public (long Instructions, string Output) Run()
    {
        RiscVProcessor processor = new(new RiscVOptions { Translate = Translate });
        using FlatMachine machine = new(processor.CreateCore, _elf);
        machine.Run(long.MaxValue / 2);
        return (machine.Core.Counters.Instructions, machine.Output);
    }
}
