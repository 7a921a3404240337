using Memti.Abstractions.Devices;
using Memti.Simulation.Components;
using Memti.Simulation.Devices;
using Memti.Simulation.Devices.Consoles;
using Memti.Simulation.Devices.Dma;
using Memti.Simulation.Devices.Finishers;
using Memti.Simulation.Devices.Frames;
using Memti.Simulation.Devices.Interrupts;
using Memti.Simulation.Devices.Power;
using Memti.Simulation.Devices.Timers;
using Memti.Simulation.Kernel;
using Memti.Simulation.Platforms;

namespace Memti.Simulation.Masters.Cores;

/// <summary>The devices around a core: each on the bus where the map has it, and on its source of the interrupt controller.</summary>
internal sealed class CorePeripherals : IDeviceClock
{
    /// <summary>Names of the interrupt sources for listeners.</summary>
    public static readonly IReadOnlyList<string> SourceNames =
        ["accelerator", "dma", "frames", "power", "uart", "software", "timer", "external"];

    private const int Software = 5;
    private const int Timer = 6;
    private const int External = 7;

    private static readonly int[] DeviceSources = [
        DeviceMaps.AcceleratorSource,
        DeviceMaps.Dma.InterruptSource,
        DeviceMaps.Frames.InterruptSource,
        DeviceMaps.Power.InterruptSource,
        DeviceMaps.Uart.InterruptSource,
    ];

    private readonly Machine _machine;
    private readonly ICoreLines _lines;
    private readonly InterruptController _interrupts;
    private readonly AcceleratorWindow? _window;
    private readonly Uart16550 _uart;
    private readonly DmaRegisters _dma;
    private readonly bool[] _levels = new bool[SourceNames.Count];

    /// <param name="platform">The hardware on a bus.</param>
    /// <param name="system">The core and its surroundings.</param>
    /// <param name="power">The power domains.</param>
    /// <param name="lines">The core.</param>
    public CorePeripherals(Platform platform, CoreSystem system, CorePower power, ICoreLines lines)
    {
        (_machine, _lines) = (platform.Hardware.Machine, lines);
        _interrupts = new(active => Drive(External, CoreCauses.External, active));
        Engine = new(platform);
        Frames = new(platform.Hardware, active => Raise(2, active), lines.EndOfWorkload, lines.FrameSkipped);
        Power = new(power, this, () => _interrupts.IsActive, active => Raise(3, active), lines.WakeSourceChanged);
        platform.Add(DeviceMaps.Finisher.Name, new FinisherRegisters(lines.Finish));
        Clint = new(this, active => Drive(Software, CoreCauses.Software, active), active => Drive(Timer, CoreCauses.Timer, active));
        platform.Add(DeviceMaps.Timer.Name, Clint);
        platform.Add(DeviceMaps.Interrupts.Name, _interrupts);
        _uart = new(value => system.Console?.Invoke(value), active => Raise(4, active));
        platform.Add(DeviceMaps.Uart.Name, _uart);
        platform.Add(DeviceMaps.Power.Name, Power);
        platform.Add(DeviceMaps.Frames.Name, new FrameRegisters(Frames));
        _dma = new(Engine, active => Raise(1, active));
        platform.Add(DeviceMaps.Dma.Name, _dma);
        if (system.Accelerator is { } accelerator)
            platform.Add(DeviceMaps.Accelerator, (_window = Window(platform, system, accelerator)).Device);
    }

    public DmaEngine Engine { get; }

    public CoreFrames Frames { get; }

    public PowerRegisters Power { get; }

    public CoreTimer Clint { get; }

    /// <inheritdoc />
    public Int128 Elapsed => _machine.Clock.Elapsed;

    /// <summary>True while the accelerator or the DMA controller works: an interrupt will tell of its end.</summary>
    public bool IsBusy => Engine.IsBusy || _window is { IsBusy: true };

    /// <summary>What may end a power-down now.</summary>
    public WakeSources Pending =>
        (Frames.IsWaiting ? WakeSources.Frame : 0)
        | (Power.IsTimerReached ? WakeSources.Timer : 0)
        | (_interrupts.IsActive ? WakeSources.External : 0);

    /// <inheritdoc />
    public void At(Int128 picoseconds, Action callback) => _machine.Scheduler.Call(
        (long)Int128.Max(_machine.Now, picoseconds - _machine.Clock.Origin), EventPriority.Device, callback);

    /// <summary>The supply is lost: every register is as after a reset, those that a power-down keeps too.</summary>
    public void OnSupplyLost()
    {
        Frames.OnSupplyLost();
        Power.Reset();
        Clint.Reset();
        _interrupts.Reset();
        _uart.Reset();
        _dma.Reset();
    }

    /// <summary>Drives the inputs of a core that was reset.</summary>
    public void DriveAll()
    {
        _lines.SetInterrupt(CoreCauses.Software, _levels[Software]);
        _lines.SetInterrupt(CoreCauses.Timer, _levels[Timer]);
        _lines.SetInterrupt(CoreCauses.External, _levels[External]);
    }

    private AcceleratorWindow Window(Platform platform, CoreSystem system, IDeviceAccelerator accelerator) =>
        new(platform, new()
        {
            Accelerator = accelerator,
            SharedBits = system.Networks.Count == 0 ? 8 : system.Networks[0].SharedBits,
            TaskBits = system.Networks.Count == 0 ? 8 : system.Networks[0].TaskBits,
            SetInterrupt = active => Raise(0, active),
            InferenceStarts = platform.Hardware.Accelerator.Count,
        });

    /// <summary>A device changes the level of its source.</summary>
    private void Raise(int name, bool active)
    {
        if (!Tell(name, active))
            return;
        _interrupts.Set(DeviceSources[name], active);
        _lines.WakeSourceChanged();
    }

    private void Drive(int name, int cause, bool active)
    {
        if (Tell(name, active))
            _lines.SetInterrupt(cause, active);
    }

    /// <summary>Tells listeners of a change.</summary>
    /// <returns>False for no change.</returns>
    private bool Tell(int name, bool active)
    {
        if (_levels[name] == active)
            return false;
        _levels[name] = active;
        _machine.Listener?.Interrupt(Elapsed, name, active);
        return true;
    }
}
