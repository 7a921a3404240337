using Memti.Abstractions.Processors;
using Memti.Simulation.Components;
using Memti.Simulation.Ledger;
using Memti.Simulation.Platforms;

namespace Memti.Simulation.Masters.Cores;

/// <summary>
/// Turns what a core has counted into energy: its cycles on its own account, the words that it moved on those of the memories. It posts
/// whenever the machine settles, so at frames, changes of power and of the task, and when somebody asks for an energy. The energy of one
/// cycle and of one word is a whole number of rontojoules: sums do not depend on the moments.
/// </summary>
internal sealed class CoreAccounts
{
    private const int WordBits = 32;

    private readonly Machine _machine;
    private readonly int _component;
    private readonly Int128 _perActiveCycle;
    private readonly Int128 _perStalledCycle;
    private readonly IProcessorCore _core;
    private readonly PlatformMemory[] _memories;
    private readonly (long Reads, long Writes)[] _posted;
    private readonly (Int128 Read, Int128 Write)[] _words;
    private CoreCounters _counted;

    /// <param name="machine">The machine.</param>
    /// <param name="component">Id of the core.</param>
    /// <param name="figures">Energy of its cycles.</param>
    /// <param name="core">The core.</param>
    /// <param name="memories">Memories with bytes.</param>
    public CoreAccounts(Machine machine, int component, ProcessorFigures figures, IProcessorCore core, PlatformMemory[] memories)
    {
        (_machine, _component, _core, _memories) = (machine, component, core, memories);
        _perActiveCycle = Quantity.Rontojoules(figures.PerActiveCycle.Joules);
        _perStalledCycle = Quantity.Rontojoules(figures.PerStalledCycle.Joules);
        _words = [.. memories.Select(static memory => WordOf(memory))];
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
        Spend(_component, EnergyCause.Compute, (active * _perActiveCycle) + (stalled * _perStalledCycle));
        for (int place = 0; place < _memories.Length; place++)
            Post(_memories[place], _words[place], ref _posted[place]);
    }

    private static (Int128 Read, Int128 Write) WordOf(PlatformMemory memory) => (
        Quantity.Rontojoules(memory.Device.Part.ReadJoules(WordBits)), Quantity.Rontojoules(memory.Device.Part.WriteJoules(WordBits)));

    private void Post(PlatformMemory memory, (Int128 Read, Int128 Write) word, ref (long Reads, long Writes) posted)
    {
        (long reads, long writes) = memory.Bytes!.Accesses;
        Spend(memory.Device.Id, EnergyCause.Read, (reads - posted.Reads) * word.Read);
        Spend(memory.Device.Id, EnergyCause.Write, (writes - posted.Writes) * word.Write);
        posted = (reads, writes);
    }

    private void Spend(int component, EnergyCause cause, Int128 rontojoules)
    {
        if (rontojoules != 0)
            _machine.Spend(component, cause, _machine.Task, rontojoules);
    }
}
