using Memti.Abstractions.Processors;
using Memti.Simulation.Components;
using Memti.Simulation.Ledger;
using Memti.Simulation.Platforms;

namespace Memti.Simulation.Masters.Cores;

/// <summary>
/// Turns what a core has counted into energy: its cycles on its own account, the words that it moved on those of the memories. It posts
/// whenever the machine settles, so at frames, changes of power and of the task.
/// </summary>
internal sealed class CoreAccounts
{
    private const int WordBits = 32;

    private readonly Machine _machine;
    private readonly int _component;
    private readonly ProcessorFigures _figures;
    private readonly IProcessorCore _core;
    private readonly PlatformMemory[] _memories;
    private readonly (long Reads, long Writes)[] _posted;
    private CoreCounters _counted;

    /// <param name="machine">The machine.</param>
    /// <param name="component">Id of the core.</param>
    /// <param name="figures">Energy of its cycles.</param>
    /// <param name="core">The core.</param>
    /// <param name="memories">Memories with bytes.</param>
    public CoreAccounts(Machine machine, int component, ProcessorFigures figures, IProcessorCore core, PlatformMemory[] memories)
    {
        (_machine, _component, _figures, _core, _memories) = (machine, component, figures, core, memories);
        _posted = new (long, long)[memories.Length];
        machine.Settling = Post;
    }

    /// <summary>Words moved so far.</summary>
    public IReadOnlyList<CoreAccesses> Accesses =>
        [.. _memories.Select(static memory => new CoreAccesses(memory.Name, memory.Bytes!.Accesses.Reads, memory.Bytes.Accesses.Writes))];

    private void Post()
    {
        CoreCounters now = _core.Counters;
        long active = now.ActiveCycles - _counted.ActiveCycles;
        long stalled = now.StalledCycles - _counted.StalledCycles;
        _counted = now;
        Spend(_component, EnergyCause.Compute, (active * _figures.PerActiveCycle.Joules) + (stalled * _figures.PerStalledCycle.Joules));
        for (int place = 0; place < _memories.Length; place++)
            Post(_memories[place], ref _posted[place]);
    }

    private void Post(PlatformMemory memory, ref (long Reads, long Writes) posted)
    {
        (long reads, long writes) = memory.Bytes!.Accesses;
        Spend(memory.Device.Id, EnergyCause.Read, memory.Device.Part.ReadJoules((reads - posted.Reads) * WordBits));
        Spend(memory.Device.Id, EnergyCause.Write, memory.Device.Part.WriteJoules((writes - posted.Writes) * WordBits));
        posted = (reads, writes);
    }

    private void Spend(int component, EnergyCause cause, double joules)
    {
        if (joules != 0)
            _machine.Spend(component, cause, _machine.Task, joules);
    }
}
