using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Memti.Abstractions.Memories;
using Memti.Simulation.Components;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Kernel;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Systems;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Devices.Accelerators;

/// <summary>Runs inferences in parts, and knows whose features lie in the memory of features.</summary>
internal sealed class LayerEngine : Component
{
    private const int HeadBytes = 2 * sizeof(int);
    private const int None = -1;

    private readonly SystemLayout _layout;
    private readonly AcceleratorDevice _accelerator;
    private readonly MemoryDevice _features;
    private readonly Activity _work;
    private readonly Dictionary<(int Task, int First, int Count), (InferenceRecipe Recipe, ActivityPlan Plan)> _slices = [];
    private readonly ActivityPlan _read;
    private readonly ActivityPlan _write;
    private (int Task, int Layers) _held = (None, 0);
    private Action? _ends;
    private Action? _done;

    private LayerEngine(Machine machine, SystemLayout layout, AcceleratorDevice accelerator, MemoryDevice features, int bytes)
        : base(machine, "layers")
    {
        (_layout, _accelerator, _features, FeatureBytes) = (layout, accelerator, features, bytes);
        (_read, _write) = (BytePlans.Read(features, bytes * 8L), BytePlans.Write(features, bytes * 8L));
        _work = Machine.NewActivity(EventPriority.Device, Complete, () => _done = null);
        features.PowerChanged += Change;
    }

    /// <summary>Bytes of the features between two layers.</summary>
    public int FeatureBytes { get; }

    /// <inheritdoc />
    public override int StateLength => 2;

    /// <summary>An engine for a system whose features lie in a memory; null for another one.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="layout">The system.</param>
    /// <param name="memories">Its memories.</param>
    /// <param name="accelerator">The accelerator that runs the layers.</param>
    public static LayerEngine? Of(Machine machine, SystemLayout layout, MemoryDevice[] memories, AcceleratorDevice accelerator)
    {
        long bytes = (layout.System.Activations.Bits + 7) / 8;
        MemoryDevice? features = Array.Find(memories, static memory => memory.Part.Holds(MemoryContents.Activations));
        return features is null || bytes is < 1 or > int.MaxValue
            ? null
            : new(machine, layout, accelerator, features, (int)Math.Max(HeadBytes, bytes));
    }

    /// <summary>Id of the memory of the features.</summary>
    public int[] FeatureUsers() => [_features.Id];

    /// <summary>Number of layers of a task.</summary>
    public int LayersOf(int task) => ProgramOf(task).Plan.Layers.Count;

    /// <summary>True when the features are there that a part of an inference reads.</summary>
    public bool Has(int task, int layers) => layers == 0 || _held == (task, layers);

    /// <summary>True when there are features at all.</summary>
    public bool HasAny => _held.Task != None;

    /// <summary>Components that must be on for a part of an inference.</summary>
    public int[] NeedsOf(int task, int first, int count) => SliceOf(task, first, count).Recipe.Needs;

    /// <summary>Runs a part of an inference.</summary>
    /// <param name="task">The task.</param>
    /// <param name="slot">Slot of its set; -1 when sets are read in place.</param>
    /// <param name="first">The first layer.</param>
    /// <param name="count">Number of layers.</param>
    /// <param name="done">Called at the end; not when it takes no time, and not when it is aborted.</param>
    /// <returns>False when it took no time and is over.</returns>
    public bool Run(int task, int slot, int first, int count, Action done)
    {
        bool isLast = first + count == LayersOf(task);
        Forget();
        return Begin(SliceOf(task, first, count).Plan, task, slot, done, () =>
        {
            _held = isLast ? (None, 0) : (task, first + count);
            if (isLast)
                _accelerator.Count(task);
        });
    }

    /// <summary>Another inference takes the memory of the features.</summary>
    public void Forget() => _held = (None, 0);

    /// <summary>Reads the features.</summary>
    public bool Read(Memory<byte> bytes, Action done) =>
        Begin(_read, Machine.Task, slot: -1, done, () => Fill(bytes.Span, _held.Task, _held.Layers));

    /// <summary>Puts features back that <see cref="IsOf"/> knows.</summary>
    public bool Write(int task, int layers, Action done)
    {
        Forget();
        return Begin(_write, Machine.Task, slot: -1, done, () => _held = (task, layers));
    }

    /// <summary>Whose features bytes are.</summary>
    /// <param name="bytes">The bytes; shape [<see cref="FeatureBytes"/>].</param>
    /// <param name="task">The task.</param>
    /// <param name="layers">Number of its layers that are done.</param>
    /// <returns>False for bytes that no layer has left.</returns>
    public bool IsOf(ReadOnlySpan<byte> bytes, out int task, out int layers)
    {
        (task, layers) = (BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[sizeof(int)..]));
        if ((uint)task >= (uint)_layout.Programs.Length || layers < 1 || layers >= LayersOf(task))
            return false;
        byte[] expected = new byte[FeatureBytes];
        Fill(expected, task, layers);
        return bytes.SequenceEqual(expected);
    }

    /// <inheritdoc />
    public override void WriteState(ref StateWriter state)
    {
        state.Write(_held.Task);
        state.Write(_held.Layers);
    }

    private TaskProgram ProgramOf(int task) => _layout.Programs[task].Task;

    private (InferenceRecipe Recipe, ActivityPlan Plan) SliceOf(int task, int first, int count)
    {
        if (!_slices.TryGetValue((task, first, count), out (InferenceRecipe, ActivityPlan) slice))
            _slices.Add((task, first, count), slice = _accelerator.PlanOf(LayerSlice.Of(ProgramOf(task), first, count)));
        return slice;
    }

    private bool Begin(ActivityPlan plan, int task, int slot, Action done, Action ends)
    {
        (_done, _ends) = (done, ends);
        if (_work.Begin(plan, task, slot))
            return true;
        ends();
        return false;
    }

    private void Complete()
    {
        _ends!();
        _done?.Invoke();
    }

    private void Change(PowerState state)
    {
        if (state == PowerState.Off && _features.Part.Figures.Volatile)
            Forget();
    }

    /// <summary>Bytes that stand for the features of a task after some layers: whose they are, and bytes that differ from place to
    /// place.</summary>
    private static void Fill(Span<byte> bytes, int task, int layers)
    {
        uint seed = (uint)((task * 65_537) + layers);
        // Knuth's multiplicative hash: neighbours have nothing in common.
        Span<uint> words = MemoryMarshal.Cast<byte, uint>(bytes);
        for (int place = 0; place < words.Length; place++)
            words[place] = (seed + (uint)place) * 2_654_435_761u;
        bytes[(words.Length * sizeof(uint))..].Fill((byte)seed);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, task);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[sizeof(int)..], layers);
    }
}
