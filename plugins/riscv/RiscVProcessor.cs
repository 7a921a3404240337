using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.Cores;
using Memti.Plugins.RiscV.Options;

namespace Memti.Plugins.RiscV;

/// <summary>
/// An RV32 core: RV32IMAC with Zicsr, Zifencei, Zba, Zbb and Zbs, machine mode, exact to the cycle of its timing table.
/// </summary>
public sealed class RiscVProcessor(RiscVOptions options) : IProcessor
{
    /// <inheritdoc />
    public ProcessorFigures Figures { get; } = new()
    {
        Clock = options.Clock,
        ElfMachine = 243,
        PerActiveCycle = options.ActiveCycle,
        PerStalledCycle = options.ActiveCycle * options.StallFraction,
        OnPower = options.Leakage,
        OffPower = options.Off,
        WakeLatency = options.WakeLatency,
        WakeEnergy = options.WakeEnergy,
    };

    /// <inheritdoc />
    public IProcessorCore CreateCore(IProcessorHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        MemoryLimits.Check(host.Memories);
        return new RiscVCore(options, host);
    }
}
