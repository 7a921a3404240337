using System.Runtime.InteropServices;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Processors;
using Memti.Simulation.Components;
using Memti.Simulation.Executables;
using Memti.Simulation.Platforms;
using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Masters.Cores;

/// <summary>The memories with bytes as a core reaches them: wait states from the memories' latencies, and stores that wear cells.</summary>
internal sealed class CoreMemories
{
    private const int WordBytes = 4;
    private const int WordBits = 32;

    private readonly PlatformMemory[] _all;
    private readonly CoreMemory[] _cores;
    private readonly Platform _platform;
    private readonly Action<ulong, long> _changed;
    private readonly Dictionary<(PlatformMemory Memory, long Word), long> _rewrites = [];
    private readonly Dictionary<PlatformMemory, long> _most = [];

    /// <param name="platform">The hardware on a bus.</param>
    /// <param name="clock">The core's clock.</param>
    /// <param name="changed">Is told of each range that gains or loses power.</param>
    public CoreMemories(Platform platform, CycleClock clock, Action<ulong, long> changed)
    {
        (_platform, _changed) = (platform, changed);
        _all = [.. platform.Memories.Where(static memory => memory.Bytes is not null).OrderBy(static memory => memory.Range.Base)];
        _cores = [.. _all.Select(memory => Of(memory, clock))];
        foreach ((PlatformMemory memory, CoreMemory core) in _all.Zip(_cores))
            memory.Device.PowerChanged += state => Change(core, state);
    }

    /// <summary>The memories with bytes, ordered by address.</summary>
    public IReadOnlyList<PlatformMemory> All => _all;

    /// <summary>The same as the core sees them.</summary>
    public IReadOnlyList<CoreMemory> Cores => _cores;

    /// <summary>Writes the segments of an executable to their memories, as a programmer does before the first power-on.</summary>
    /// <returns>The memories that hold them.</returns>
    /// <exception cref="ArgumentException">A segment lies in no memory with bytes.</exception>
    public ComponentSet Load(Executable executable)
    {
        ComponentSet holders = default;
        foreach (ExecutableSegment segment in executable.Segments)
        {
            if (_platform.Find(segment.Address, segment.Contents.Length) is not { Bytes: { } bytes } memory)
                throw new ArgumentException($"A segment of '{executable.Name}' lies in no memory.", nameof(executable));
            bytes.Write((long)(segment.Address - memory.Range.Base), segment.Contents.Span);
            holders = holders.With(ComponentSet.Of(memory.Device.Id));
        }

        return holders;
    }

    /// <summary>Counts a store that passed through the host: its energy and the wear of its cells.</summary>
    public void CountStore(ulong address)
    {
        if (_platform.Find(address, 1) is not { Bytes: { } bytes } memory)
            return;
        Marshal.WriteInt64(bytes.Counters, 2 * sizeof(long), bytes.Accesses.Writes + 1);
        ref long rewrites = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _rewrites, (memory, (long)(address - memory.Range.Base) / WordBytes), out _);
        rewrites++;
        // A region counts the writes of its most-written cell.
        bool leads = rewrites > _most.GetValueOrDefault(memory);
        if (leads)
            _most[memory] = rewrites;
        memory.Device.Wear.WriteWord(WordBits, leads);
    }

    private static CoreMemory Of(PlatformMemory memory, CycleClock clock)
    {
        MemoryFigures figures = memory.Device.Part.Figures;
        return new()
        {
            Name = memory.Name,
            Base = memory.Range.Base,
            Bytes = memory.Bytes!.Length,
            Contents = memory.Bytes.Contents,
            Counters = memory.Bytes.Counters,
            ReadWaits = checked((int)clock.Waits(figures.ReadLatency)),
            WriteWaits = checked((int)clock.Waits(figures.WriteLatency)),
            StoresThroughHost = !figures.Volatile,
        };
    }

    private void Change(CoreMemory core, PowerState state)
    {
        core.IsOn = state == PowerState.On;
        _changed(core.Base, core.Bytes);
    }
}
