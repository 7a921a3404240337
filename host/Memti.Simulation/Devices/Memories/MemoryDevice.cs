using Memti.Abstractions.Memories;
using Memti.Simulation.Components;
using Memti.Simulation.Kernel;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Transfers;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Devices.Memories;

/// <summary>A memory: its wear, its transfers, and which contents are alive in it.</summary>
internal sealed class MemoryDevice : Component
{
    private readonly SystemLayout _layout;
    private readonly Func<bool> _expectsInput;
    private readonly int _torn;

    /// <summary>Creates a memory with its contents after manufacture.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="layout">The system.</param>
    /// <param name="part">The memory in it.</param>
    /// <param name="expectsInput">Tells whether the input of a frame must be kept.</param>
    public MemoryDevice(Machine machine, SystemLayout layout, Part part, Func<bool> expectsInput)
        : base(machine, part.Component)
    {
        (_layout, Part, _expectsInput) = (layout, part, expectsInput);
        Wear = new(machine.Tally, machine.Clock, part, layout);
        Transfers = new(machine.Tally, part.Unit.Name);
        Slots = part == layout.Working ? new(layout.Programs.Length, layout.Slots, layout.ProgrammedTasks) : null;
        HasShared = !LosesShared;
        _torn = machine.Tally.Reserve(1);
    }

    public Part Part { get; }

    public WearBook Wear { get; }

    public TransferBook Transfers { get; }

    /// <summary>The slots of the working memory; null for every other.</summary>
    public TaskSlots? Slots { get; }

    /// <summary>False when the shared weights that inferences read here are lost and have to be loaded again.</summary>
    public bool HasShared { get; set; }

    /// <summary>True for a memory whose bytes only firmware knows: what they are worth, firmware decides.</summary>
    public bool HoldsFirmware { get; set; }

    /// <summary>True when shared weights are lost with power and can be loaded again.</summary>
    public bool LosesShared => Part == _layout.Shared && _layout.SharedMayDie;

    /// <summary>Writes to non-volatile cells that ended before their time: some of their words are neither old nor new.</summary>
    public long TornWrites => (long)Machine.Tally[_torn];

    /// <inheritdoc />
    public override int StateLength => 1 + (Slots is null ? 0 : _layout.Slots + _layout.Programs.Length);

    /// <summary>Contents that are valid and would be lost with power, without the store of all tasks.</summary>
    private MemoryContents Live =>
        (Slots is { IsEmpty: false } ? MemoryContents.TaskSpecific : MemoryContents.None)
        | (HasShared ? MemoryContents.Shared : MemoryContents.None)
        | (_expectsInput() ? MemoryContents.Input : MemoryContents.None);

    /// <summary>A write has ended before its time.</summary>
    public void Tear()
    {
        if (!Part.Figures.Volatile)
            Machine.Tally.Add(_torn, 1);
    }

    /// <inheritdoc />
    public override PowerState StateWhenDown(bool retain) =>
        !Part.Figures.Volatile ? PowerState.Off
            : retain && HoldsFirmware && Part.Figures.HasRetention ? PowerState.Retention
            : _layout.DownState(Part, retain, Live);

    /// <inheritdoc />
    public override void OnPower(PowerState state)
    {
        if (state != PowerState.Off || !Part.Figures.Volatile)
            return;
        Slots?.Lose();
        HasShared &= !LosesShared;
    }

    /// <inheritdoc />
    public override void WriteState(ref StateWriter state)
    {
        state.Write(HasShared ? 1 : 0);
        Slots?.WriteState(ref state);
    }

    /// <inheritdoc />
    public override void Mark() => Wear.Mark();

    /// <inheritdoc />
    public override long Repeatable(Period period, long times) => Wear.Repeatable(times);

    /// <inheritdoc />
    public override void Repeat(Period period, long times) => Wear.Repeat(period.Start, times);
}
