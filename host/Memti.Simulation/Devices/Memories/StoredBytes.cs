using Memti.Simulation.Components;
using Memti.Simulation.Contents;
using Memti.Simulation.Kernel;
using Memti.Simulation.Maps;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Devices.Memories;

/// <summary>
/// Bytes of non-volatile memories that managed firmware reads and writes. An access costs what a transfer of its words costs, and takes
/// the latency of one word at least.
/// </summary>
internal sealed class StoredBytes : Component
{
    private const int WordBits = 32;

    private readonly MemoryDevice[] _memories;
    private readonly long[] _lengths;
    private readonly ByteStore?[] _stores;
    private readonly WordWrites _writes;
    private readonly WordWear _wear = new();
    private readonly Dictionary<(int Memory, long Words, bool Reads), ActivityPlan> _plans = [];
    private readonly Activity _access;
    private ByteAccess? _next;
    private Action? _done;
    private long _version;

    /// <summary>Gives bytes to the memories that a scenario maps.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="memories">Its memories.</param>
    /// <param name="mapped">Where the bytes are, and what they hold.</param>
    public StoredBytes(Machine machine, MemoryDevice[] memories, MappedBytes mapped)
        : base(machine, "bytes")
    {
        (_memories, _writes) = (memories, new(mapped.Tearing));
        _lengths = new long[memories.Length];
        _stores = new ByteStore?[memories.Length];
        foreach (MappedMemory window in mapped.Map.Windows)
        {
            bool has = window.HasBytes && !memories[window.Memory].Part.Figures.Volatile && window.Range.Size <= ByteStore.MostBytes;
            _lengths[window.Memory] = has ? (long)window.Range.Size : 0;
        }

        _access = machine.NewActivity(EventPriority.Transfer, Complete, Fall);
        foreach (StoredContents stored in mapped.Start?.Contents ?? [])
            Restore(stored);
    }

    /// <summary>What the last read returned: false when the code of the memory refused a word.</summary>
    public bool Answer { get; private set; }

    /// <inheritdoc />
    public override int StateLength => 1;

    /// <summary>Number of bytes of a memory; 0 for one without.</summary>
    public long LengthOf(int memory) => _lengths[memory];

    /// <summary>The bytes of a memory that has some.</summary>
    public ByteStore StoreOf(int memory) => _stores[memory] ??= new(_memories[memory].Name, _lengths[memory], seed: null);

    /// <summary>Notes a read that <see cref="Begin"/> begins.</summary>
    public void Prepare(int memory, long offset, Memory<byte> into) => _next = new(_memories[memory], offset, into, []);

    /// <summary>Notes a write that <see cref="Begin"/> begins.</summary>
    public void Prepare(int memory, long offset, byte[] bytes) => _next = new(_memories[memory], offset, null, bytes);

    /// <summary>Ids of the components that the noted access works with.</summary>
    public int[] Users() => [_next!.Memory.Id];

    /// <summary>Begins the noted access.</summary>
    /// <param name="done">Called at the end; not when it takes no time, and not when it is aborted.</param>
    /// <returns>False when it took no time and is over.</returns>
    public bool Begin(Action done)
    {
        _done = done;
        if (_access.Begin(PlanOf(_next!), Machine.Task))
            return true;
        Finish();
        return false;
    }

    /// <inheritdoc />
    public override void WriteState(ref StateWriter state) => state.Write(_version);

    private void Restore(StoredContents stored)
    {
        ByteStore store = StoreOf(stored.Memory);
        store.Write(0, stored.Bytes.Span);
        foreach ((long offset, long bytes) in stored.Unreadable)
            store.MarkUnreadable(offset, bytes);
    }

    private ActivityPlan PlanOf(ByteAccess access)
    {
        (int memory, long words, bool reads) key = (access.Memory.Part.Memory, access.WordsOver(0).Count, access.Reads);
        if (!_plans.TryGetValue(key, out ActivityPlan? plan))
            _plans.Add(key, plan = PlanOf(access.Memory, key.words * WordBits, key.reads));
        return plan;
    }

    private static ActivityPlan PlanOf(MemoryDevice memory, long bits, bool reads) =>
        reads ? BytePlans.Read(memory, bits) : BytePlans.Write(memory, bits);

    private void Complete()
    {
        Finish();
        _done!();
    }

    private void Finish()
    {
        ByteAccess access = _next!;
        ByteStore store = StoreOf(access.Memory.Part.Memory);
        if (access.Into is { } into)
        {
            Answer = store.IsReadable(access.Offset, into.Length);
            if (Answer)
                store.Read(access.Offset, into.Length).CopyTo(into.Span);
            return;
        }

        Answer = true;
        store.Write(access.Offset, access.From);
        TransferWords words = WordsOf(access);
        _writes.Count(words.Count);
        Note(access, store, words, access.From.Length);
    }

    /// <summary>Power has ended in the middle of an access.</summary>
    private void Fall()
    {
        ByteAccess access = _next!;
        _done = null;
        if (access.Reads)
            return;
        ByteStore store = StoreOf(access.Memory.Part.Memory);
        TransferWords words = WordsOf(access);
        Note(access, store, words, _writes.Cut(access.Memory, store, access.From, words, Machine.Now - _access.Start));
    }

    private TransferWords WordsOf(ByteAccess access) => access.WordsOver(_access.End - _access.Start);

    /// <summary>Counts the wear of the words that a write has reached, and tells of them.</summary>
    private void Note(ByteAccess access, ByteStore store, TransferWords words, long moved)
    {
        _version++;
        long first = words.Offset / sizeof(uint);
        _wear.Count(access.Memory, first, moved == 0 ? 0 : ((words.Offset + moved + sizeof(uint) - 1) / sizeof(uint)) - first);
        if (Machine.Listener is { } listener)
            Tell(listener, access, store, words, moved);
    }

    private void Tell(IMachineListener listener, ByteAccess access, ByteStore store, TransferWords words, long moved)
    {
        for (long place = 0; place < words.Count && words[place] is var word && word.From < moved; place++)
            listener.Wrote(
                _access.BeganAt + word.Begin,
                new(access.Memory.Part.Memory, word.Offset, store.Word(word.Offset), word.Latency, ByCore: false));
    }

    /// <summary>An access of firmware.</summary>
    /// <param name="Memory">The memory.</param>
    /// <param name="Offset">First byte.</param>
    /// <param name="Into">Where a read puts the bytes; null for a write.</param>
    /// <param name="From">The bytes of a write.</param>
    private sealed record ByteAccess(MemoryDevice Memory, long Offset, Memory<byte>? Into, byte[] From)
    {
        public bool Reads => Into is not null;

        public TransferWords WordsOver(long duration) => new(Offset, Into?.Length ?? From.Length, duration);
    }
}
