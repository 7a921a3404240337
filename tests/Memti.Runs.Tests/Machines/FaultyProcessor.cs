using Memti.Abstractions.Processors;
using Memti.Abstractions.Units;
using Memti.Runs.Tests.Debugging;

namespace Memti.Runs.Tests.Machines;

/// <summary>Where a processor fails.</summary>
internal enum Fault
{
    None,
    CreateCore,
    Run,
    Reset,
    SkipTo,
    SetInterrupt,
    MemoryChanged,
    HangInCreateCore,
    HangInRun,
}

/// <summary>Options of a processor that fails.</summary>
internal sealed class FaultyOptions
{
    [Memti.Abstractions.Parameters.Parameter("Where it fails")]
    public Fault Fault { get; set; }
}

/// <summary>A processor that executes nothing and fails where it is told to.</summary>
internal sealed class FaultyProcessor(Fault fault) : IProcessor
{
    public ProcessorFigures Figures { get; } = new() { Clock = Frequency.FromMegahertz(100), ElfMachine = 243 };

    public IProcessorCore CreateCore(IProcessorHost host)
    {
        Fail(Fault.CreateCore);
        if (fault == Fault.HangInCreateCore)
            Thread.Sleep(Timeout.Infinite);
        return new Core(this);
    }

    private void Fail(Fault where)
    {
        if (fault == where)
            throw new InvalidOperationException("the pipeline is full");
    }

    private sealed class Core(FaultyProcessor owner) : IProcessorCore
    {
        public long Cycle { get; private set; }

        public long Limit { get; set; }

        public bool IsWaiting => false;

        public CoreCounters Counters => default;

        public CoreDebug Debug { get; } = new ScriptedCore();

        public CoreStop Run()
        {
            owner.Fail(Fault.Run);
            if (owner.Hangs)
                Thread.Sleep(Timeout.Infinite);
            Cycle = Math.Max(Cycle, Limit);
            return CoreStop.Limit;
        }

        public void SkipTo(long cycle)
        {
            owner.Fail(Fault.SkipTo);
            Cycle = cycle;
        }

        // The first reset comes with power.
        public void Reset(ulong entry) => owner.Fail(Fault.Reset);

        public void SetInterrupt(int cause, bool active) => owner.Fail(Fault.SetInterrupt);

        public void MemoryChanged(ulong address, long bytes) => owner.Fail(Fault.MemoryChanged);
    }

    private bool Hangs => fault == Fault.HangInRun;
}
