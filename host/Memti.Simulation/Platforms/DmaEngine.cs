using Memti.Simulation.Components;
using Memti.Simulation.Contents;
using Memti.Simulation.Devices.Dma;
using Memti.Simulation.Devices.Loads;
using Memti.Simulation.Kernel;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Platforms;

/// <summary>
/// Copies between memories at the cost of a load of the same size. A copy of a whole set into a slot, or of the shared parameters into the
/// memory that inferences read, is that load.
/// </summary>
internal sealed class DmaEngine : Component, IDmaEngine
{
    private const string Owner = "dma";

    private readonly Platform _platform;
    private readonly LoadPlans _loads;
    private readonly DeviceTraffic _traffic;
    private readonly Activity _copy;
    private (PlatformMemory Source, PlatformMemory Target, long From, long To, long Bytes) _move;
    private Action? _completed;

    public DmaEngine(Platform platform)
        : base(platform.Hardware.Machine, Owner)
    {
        _platform = platform;
        _loads = new(platform.Hardware.Layout, platform.Hardware.Memories);
        _traffic = new(platform.Hardware);
        _copy = Machine.NewActivity(EventPriority.Transfer, Complete, Fall);
    }

    /// <summary>Is told of each range whose bytes changed: cores have decoded them.</summary>
    public Action<ulong, long>? Changed { get; set; }

    public bool IsBusy => _completed is not null;

    /// <inheritdoc />
    public override bool IsJumpable => false;

    /// <inheritdoc />
    public bool TryStart(ulong source, ulong target, uint bytes, Action completed)
    {
        if (Ready(source, bytes) is not { } from || Ready(target, bytes) is not { } to)
            return false;
        if (from.Bytes is { } read && !read.IsReadable((long)(source - from.Range.Base), bytes))
            return false;
        _move = (from, to, (long)(source - from.Range.Base), (long)(target - to.Range.Base), bytes);
        _traffic.Verify(Owner, from, _move.From, bytes * 8L);
        _completed = completed;
        (ActivityPlan plan, int task, int slot) = PlanOf();
        if (!_copy.Begin(plan, task, slot))
            Machine.Scheduler.Call(Machine.Now, EventPriority.Transfer, Complete);
        return true;
    }

    /// <inheritdoc />
    public void Abort() => _copy.Abort();

    private PlatformMemory? Ready(ulong address, uint bytes) =>
        _platform.Find(address, bytes) is { Device.State: PowerState.On } memory ? memory : null;

    private (ActivityPlan Plan, int Task, int Slot) PlanOf()
    {
        (PlatformMemory source, PlatformMemory target, long from, long to, long bytes) = _move;
        (Content read, Content written) = (source.At(from), target.At(to));
        if (read.Kind == ContentKind.Set && read.Is(from, bytes) && written.Kind == ContentKind.Slot && written.Offset == to)
            return (_loads.Set(read.Index, written.Index), read.Index, written.Index);
        bool isShared = read.Kind == ContentKind.Shared && read.Is(from, bytes) && written.Kind == ContentKind.Shared;
        if (isShared && written.Offset == to && target.Device.LosesShared)
            return (_loads.Shared, Machine.Task, -1);
        return (LoadPlans.Copy(source.Device, target.Device, bytes * 8, EnergyCause.Reload), Machine.Task, -1);
    }

    private void Complete()
    {
        // A copy that took no time may have been aborted in the same moment.
        if (_completed is not { } completed)
            return;
        _completed = null;
        MoveBytes(_move.Bytes);
        completed();
    }

    /// <summary>What has moved has moved: bytes go in order.</summary>
    private void Fall()
    {
        _completed = null;
        if (_platform.Writes.Tears(_move.Target.Device) && _move is { Source.Bytes: { } source, Target.Bytes: { } target })
            Tear(source, target);
        else
            MoveBytes(_copy.Share(_move.Bytes));
    }

    /// <summary>The words before the moment are whole, and that under way is torn.</summary>
    private void Tear(ByteStore source, ByteStore target)
    {
        // A copy within one memory reads what it has not yet replaced.
        byte[] read = source.Read(_move.From, _move.Bytes).ToArray();
        long moved = _platform.Writes.Cut(_move.Target.Device, target, read, WordsOfCopy, Machine.Now - _copy.Start);
        if (moved > 0)
            TellOf(target, moved);
    }

    private void MoveBytes(long bytes)
    {
        if (_move.Target.Bytes is not { } target || bytes == 0)
            return;
        if (_move.Source.Bytes is { } source)
            target.CopyFrom(source, _move.From, _move.To, bytes);
        else
            target.MarkWritten(_move.To, bytes);
        if (!_move.Target.Device.Part.Figures.Volatile)
            _platform.Writes.Count(WordsOfCopy.Count);
        TellOf(target, bytes);
    }

    private TransferWords WordsOfCopy => new(_move.To, _move.Bytes, _copy.End - _copy.Start);

    private void TellOf(ByteStore target, long bytes)
    {
        if (Machine.Listener is { } listener && !_move.Target.Device.Part.Figures.Volatile)
            Tell(listener, target, bytes);
        Changed?.Invoke(_move.Target.Range.Base + (ulong)_move.To, bytes);
    }

    /// <summary>The words of the copy, one after the other over its time.</summary>
    private void Tell(IMachineListener listener, ByteStore target, long bytes)
    {
        TransferWords words = WordsOfCopy;
        for (long place = 0; place < words.Count && words[place] is var word && word.From < bytes; place++)
            listener.Wrote(
                _copy.BeganAt + word.Begin,
                new(_move.Target.Device.Part.Memory, word.Offset, target.Word(word.Offset), word.Latency, ByCore: false));
    }
}
