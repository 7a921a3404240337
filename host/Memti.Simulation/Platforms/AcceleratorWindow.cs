using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Simulation.Components;
using Memti.Simulation.Devices;
using Memti.Simulation.Kernel;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Platforms;

/// <summary>
/// The accelerator behind its registers, on the same component as its plans: its transfers wait for memories, take their energy and wear
/// them, and its layers take energy of the accelerator.
/// </summary>
internal sealed class AcceleratorWindow : Component, IDeviceHost
{
    private readonly Platform _platform;
    private readonly Action<bool> _setInterrupt;
    private readonly Action<int>? _inferenceStarts;
    private readonly DeviceTraffic _traffic;
    private readonly (int Shared, int Task) _bits;
    private readonly Dictionary<PlatformMemory, TransferChannel> _channels;
    private readonly ActivityPlan _layer;
    private readonly Activity _work;
    private readonly IBusDevice? _device;
    private long _state;

    /// <summary>Creates the device of an accelerator.</summary>
    /// <param name="platform">The hardware on a bus.</param>
    /// <param name="options">The accelerator and how it is connected.</param>
    public AcceleratorWindow(Platform platform, AcceleratorWindowOptions options)
        : base(platform.Hardware.Machine, "registers")
    {
        (_platform, _setInterrupt, _inferenceStarts) = (platform, options.SetInterrupt, options.InferenceStarts);
        _bits = (options.SharedBits, options.TaskBits);
        _traffic = new(Hardware);
        _channels = platform.Memories.ToDictionary(
            static memory => memory, memory => new TransferChannel(Machine, memory.Port, () => throw Lost(memory)));
        _layer = new() { Kind = ActivityKind.Layer, Users = [Hardware.Accelerator.Id], Joules = 0, Duration = 0 };
        _work = Machine.NewActivity(EventPriority.Device, static () => { }, Fall);
        _device = options.Accelerator.CreateDevice(this);
        Hardware.Accelerator.PowerChanged += Change;
    }

    /// <summary>The registers.</summary>
    public IBusDevice Device => _device!;

    /// <summary>True while a layer is at work.</summary>
    public bool IsBusy => _work.IsActive;

    /// <inheritdoc />
    public SimTime Now => SimTime.FromPicoseconds((long)Machine.Clock.Elapsed);

    /// <inheritdoc />
    public override bool IsJumpable
    {
        get
        {
            long? state = IsBusy ? null : _device?.SteadyState;
            _state = state ?? 0;
            return state is not null;
        }
    }

    /// <inheritdoc />
    public override int StateLength => 1;

    private Hardware Hardware => _platform.Hardware;

    private string Owner => Hardware.Accelerator.Name;

    /// <inheritdoc />
    public override void WriteState(ref StateWriter state) => state.Write(_state);

    /// <inheritdoc />
    public void Schedule(SimTime delay, Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        ArgumentOutOfRangeException.ThrowIfNegative(delay.Picoseconds, nameof(delay));
        Machine.Scheduler.Call(checked(Machine.Now + delay.Picoseconds), EventPriority.Device, callback);
    }

    /// <inheritdoc />
    public void SetInterrupt(int line, bool active)
    {
        if (_device is null)
            throw new InvalidOperationException("A device has no interrupt lines before it is on the bus.");
        ArgumentOutOfRangeException.ThrowIfNegative(line);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(line, _device.InterruptLines);
        // One source of the interrupt controller for the whole device.
        _setInterrupt(active);
    }

    /// <inheritdoc />
    public DeviceMemory MemoryAt(ulong address)
    {
        PlatformMemory memory = Memory(address);
        return new(memory.Port, memory.At((long)(address - memory.Range.Base)).Kind switch
        {
            ContentKind.Shared => _bits.Shared,
            ContentKind.Slot or ContentKind.Set => _bits.Task,
            _ => 8,
        });
    }

    /// <inheritdoc />
    public void Transfer(ulong address, TransferDirection direction, DataSize size, Action completed)
    {
        ArgumentNullException.ThrowIfNull(completed);
        ArgumentOutOfRangeException.ThrowIfNegative(size.Bits, nameof(size));
        PlatformMemory memory = Memory(address);
        if (memory.Device.State != PowerState.On)
            throw DeviceFindings.WithoutPower(Owner, address, memory);
        long offset = (long)(address - memory.Range.Base);
        bool reads = direction == TransferDirection.Read;
        if (reads)
            Verify(memory, offset, size.Bits);
        ActivityPlan plan = _traffic.PlanOf(memory, direction, offset, size.Bits);
        _channels[memory].Add(direction, size, plan, reads ? completed : Written(memory, offset, size, completed));
    }

    /// <inheritdoc />
    public void SetBusy(bool busy, bool startsInference = false)
    {
        if (busy && !_work.IsActive)
            _work.BeginOpen(_layer, Machine.Task);
        else if (!busy)
            _work.Finish();
        if (busy && startsInference)
            StartInference();
    }

    /// <inheritdoc />
    public void Spend(DeviceWork work)
    {
        Machine.Spend(Hardware.Accelerator.Id, EnergyCause.Compute, Machine.Task, work.Compute.Joules);
        Machine.Spend(Hardware.Accelerator.Id, EnergyCause.Clock, Machine.Task, work.Dynamic.Joules - work.Compute.Joules);
    }

    private void StartInference()
    {
        // The camera has written the frame by the time of its first inference.
        Hardware.Frames.Arrive();
        foreach (PlatformMemory memory in _platform.Memories)
        {
            if (memory.Contents.FirstOrDefault(static content => content.Kind == ContentKind.Input) is { Bytes: > 0 } input)
                memory.Bytes?.MarkWritten(input.Offset, input.Bytes);
        }

        if (Machine.Task < 0)
            return;
        _traffic.Wear(Machine.Task);
        _inferenceStarts?.Invoke(Machine.Task);
    }

    private void Verify(PlatformMemory memory, long offset, long bits)
    {
        _traffic.Verify(Owner, memory, offset, bits);
        _traffic.VerifyTask(Owner, memory, offset);
    }

    private static Action Written(PlatformMemory memory, long offset, DataSize size, Action completed) => memory.Bytes is not { } bytes
        ? completed
        : () =>
        {
            // What was computed is not simulated: the bytes stay, and count as written.
            bytes.MarkWritten(offset, (size.Bits + 7) / 8);
            completed();
        };

    /// <summary>The accelerator loses power in the middle of its work: what is done of it is spent while it still has power.</summary>
    private void Fall() => Reset();

    private void Reset()
    {
        _device?.Reset();
        foreach (TransferChannel channel in _channels.Values)
            channel.Abort();
    }

    private void Change(PowerState state)
    {
        if (state is PowerState.Off or PowerState.Retention)
            Reset();
    }

    private MemtiException Lost(PlatformMemory memory) => DeviceFindings.WithoutPower(Owner, memory.Range.Base, memory);

    private PlatformMemory Memory(ulong address) =>
        _platform.Find(address, 1) ?? throw DeviceFindings.NoMemory(Owner, address, _platform.Memories);
}
