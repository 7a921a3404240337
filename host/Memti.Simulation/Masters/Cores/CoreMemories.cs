using System.Runtime.InteropServices;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Processors;
using Memti.Simulation.Components;
using Memti.Simulation.Contents;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Executables;
using Memti.Simulation.Platforms;
using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Masters.Cores;

/// <summary>The memories with bytes as a core reaches them: wait states from the memories' latencies, and stores that wear cells.</summary>
internal sealed class CoreMemories
{
    private const int WordBytes = 4;

    private readonly PlatformMemory[] _all;
    private readonly CoreMemory[] _cores;
    private readonly Platform _platform;
    private readonly Action<ulong, long> _changed;
    private readonly WordWear _wear = new();
    private CoreStore? _last;

    /// <param name="platform">The hardware on a bus.</param>
    /// <param name="clock">The core's clock.</param>
    /// <param name="changed">Is told of each range that gains or loses power.</param>
    public CoreMemories(Platform platform, CycleClock clock, Action<ulong, long> changed)
    {
        (_platform, _changed) = (platform, changed);
        _all = [.. platform.Memories.Where(static memory => memory.Bytes is not null).OrderBy(static memory => memory.Range.Base)];
        _cores = [.. _all.Select(memory => Of(memory, clock))];
        foreach ((PlatformMemory memory, CoreMemory core) in _all.Zip(_cores))
        {
            memory.Device.PowerChanged += state => Change(memory, core, state);
            memory.Bytes!.Healed = () => Change(memory, core, memory.Device.State);
        }
    }

    /// <summary>The memories with bytes, ordered by address.</summary>
    public IReadOnlyList<PlatformMemory> All => _all;

    /// <summary>The same as the core sees them.</summary>
    public IReadOnlyList<CoreMemory> Cores => _cores;

    /// <summary>Writes the segments of an executable to their memories, as a programmer does before the first power-on.</summary>
    /// <param name="executable">The executable.</param>
    /// <param name="start">What memories hold in place of the segments; null before the first power-on.</param>
    /// <returns>The memories that hold them.</returns>
    /// <exception cref="ArgumentException">A segment lies in no memory with bytes.</exception>
    public ComponentSet Load(Executable executable, ColdStart? start)
    {
        ComponentSet holders = default;
        foreach (ExecutableSegment segment in executable.Segments)
        {
            if (_platform.Find(segment.Address, segment.Contents.Length) is not { Bytes: { } bytes } memory)
                throw new ArgumentException($"A segment of '{executable.Name}' lies in no memory.", nameof(executable));
            if (start is null)
                bytes.Write((long)(segment.Address - memory.Range.Base), segment.Contents.Span);
            holders = holders.With(ComponentSet.Of(memory.Device.Id));
        }

        foreach (StoredContents stored in start?.Contents ?? [])
            Restore(stored);
        return holders;
    }

    /// <summary>Tells a listener of the words that a store to a non-volatile memory has reached.</summary>
    /// <param name="machine">The machine, with a listener.</param>
    /// <param name="address">Address of the store.</param>
    /// <param name="count">Its bytes.</param>
    public void Tell(Machine machine, ulong address, int count)
    {
        if (_platform.Find(address, count) is not { Bytes: { } bytes, Device.Part: { Figures.Volatile: false } part } memory)
            return;
        long first = (long)(address - memory.Range.Base);
        for (long word = first / WordBytes * WordBytes; word < first + count; word += WordBytes)
            machine.Listener!.Wrote(
                machine.Clock.Elapsed, new(part.Memory, word, bytes.Word(word), part.Figures.WriteLatency.Picoseconds, ByCore: true));
    }

    /// <summary>Counts a store that passed through the host: its energy and the wear of its cells.</summary>
    public void CountStore(ulong address)
    {
        if (_platform.Find(address, 1) is not { Bytes: { } bytes } memory)
            return;
        Marshal.WriteInt64(bytes.Counters, 2 * sizeof(long), bytes.Accesses.Writes + 1);
        _wear.Count(memory.Device, (long)(address - memory.Range.Base) / WordBytes, 1);
    }

    /// <summary>A store begins: notes what the words hold that it replaces, for a loss of power before its end.</summary>
    /// <param name="address">Address of the store.</param>
    /// <param name="count">Its bytes.</param>
    /// <param name="now">Picoseconds since the start of the run.</param>
    public void Note(ulong address, int count, Int128 now)
    {
        _last = null;
        if (!_platform.Writes.TearsAny)
            return;
        if (_platform.Find(address, count) is not { Bytes: { } bytes, Device: { } device } memory || !_platform.Writes.Tears(device))
            return;
        long first = (long)(address - memory.Range.Base);
        long word = first / WordBytes * WordBytes;
        long words = ((first + count + WordBytes - 1) / WordBytes) - (first / WordBytes);
        _last = new(memory, word, bytes.Read(word, words * WordBytes).ToArray(), now);
    }

    /// <summary>The store that was noted has been carried out.</summary>
    public void Commit()
    {
        if (_last is not null)
            _platform.Writes.Count(1);
    }

    /// <summary>Power has ended: a store under way leaves a torn word.</summary>
    /// <param name="now">Picoseconds since the start of the run.</param>
    public void Cut(Int128 now)
    {
        if (_last is not { } store)
            return;
        _last = null;
        MemoryDevice device = store.Memory.Device;
        long latency = device.Part.Figures.WriteLatency.Picoseconds;
        Int128 passed = now - store.Began;
        if (passed >= latency)
            return;
        ByteStore bytes = store.Memory.Bytes!;
        Span<byte> after = stackalloc byte[WordBytes];
        bytes.Read(store.Word, WordBytes).CopyTo(after);
        // Of a store into two words, the second one has not begun.
        bytes.Write(store.Word, store.Before);
        if (passed > 0)
        {
            _platform.Writes.Cut(device, bytes, store.Word, after, (long)passed, latency);
            device.Tear();
        }

        _changed(store.Memory.Range.Base + (ulong)store.Word, store.Before.Length);
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

    // The core asks the host for every access while a range has no answer.
    private void Change(PlatformMemory memory, CoreMemory core, PowerState state)
    {
        core.IsOn = state == PowerState.On && memory.Bytes!.IsWhole;
        _changed(core.Base, core.Bytes);
    }

    private void Restore(StoredContents stored)
    {
        int place = Array.FindIndex(_all, memory => memory.Device.Part.Memory == stored.Memory);
        PlatformMemory memory = _all[place];
        memory.Bytes!.Write(0, stored.Bytes.Span);
        foreach ((long offset, long bytes) in stored.Unreadable)
            memory.Bytes.MarkUnreadable(offset, bytes);
        Change(memory, _cores[place], memory.Device.State);
    }

    /// <summary>A store that may be under way.</summary>
    /// <param name="Memory">Its memory.</param>
    /// <param name="Word">First byte of its first word.</param>
    /// <param name="Before">What its words held.</param>
    /// <param name="Began">Picoseconds from the start of the run to its start.</param>
    private sealed record CoreStore(PlatformMemory Memory, long Word, byte[] Before, Int128 Began);
}
