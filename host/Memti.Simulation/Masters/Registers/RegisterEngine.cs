using Memti.Abstractions.Devices;
using Memti.Simulation.Components;
using Memti.Simulation.Devices;
using Memti.Simulation.Devices.Accelerators;
using Memti.Simulation.Kernel;
using Memti.Simulation.Platforms;

namespace Memti.Simulation.Masters.Registers;

/// <summary>Runs inferences layer by layer through the registers of the accelerator, with its own driver.</summary>
internal sealed class RegisterEngine : IInferenceEngine
{
    private readonly Hardware _hardware;
    private readonly RegisterSystem _system;
    private readonly NetworkAddresses[,] _addresses;
    private readonly Func<IInferenceDriver> _newDriver;
    private IInferenceDriver _driver;
    private readonly int _begin;
    private readonly Action _completed;
    private int _task;
    private int _slot;
    private Action? _done;

    /// <summary>Puts the accelerator on a bus with the memories.</summary>
    public RegisterEngine(Hardware hardware, RegisterSystem system)
    {
        (_hardware, _system) = (hardware, system);
        Platform platform = new(hardware, system.Map, hasBytes: false);
        IBusDevice device = WindowOf(platform, system).Device;
        platform.Add(DeviceMaps.Accelerator, device);
        ulong address = system.Map.Devices.First(static one => one.Name == DeviceMaps.Accelerator).Range.Base;
        _newDriver = () => system.Accelerator.CreateDriver(new PlatformBus(platform), address, device);
        _driver = _newDriver();
        _addresses = AddressesOf(system);
        _begin = Machine.Scheduler.Register(Begin);
        _completed = Complete;
    }

    private Machine Machine => _hardware.Machine;

    /// <inheritdoc />
    public bool Run(int task, int slot, long exposed, Action done)
    {
        (_task, _slot, _done) = (task, Math.Max(slot, 0), done);
        // Before the first register is written: transfers and layers are posted to the present task.
        Machine.Task = task;
        if (exposed > 0)
            Machine.Scheduler.Schedule(checked(Machine.Now + exposed), EventPriority.Master, _begin);
        else
            Begin();
        return true;
    }

    /// <inheritdoc />
    public void Abandon()
    {
        Machine.Scheduler.Cancel(_begin);
        (_done, _driver) = (null, _newDriver());
    }

    private static NetworkAddresses[,] AddressesOf(RegisterSystem system)
    {
        int slots = Math.Max(1, system.Map.Slots);
        var addresses = new NetworkAddresses[system.Networks.Count, slots];
        for (int task = 0; task < system.Networks.Count; task++)
        {
            for (int slot = 0; slot < slots; slot++)
                addresses[task, slot] = system.Map.AddressesOf(task, slot);
        }

        return addresses;
    }

    private AcceleratorWindow WindowOf(Platform platform, RegisterSystem system) => new(platform, new()
    {
        Accelerator = system.Accelerator,
        SharedBits = system.Networks[0].SharedBits,
        TaskBits = system.Networks[0].TaskBits,
        // The driver exists once the device does; the device raises nothing while it is created.
        SetInterrupt = active => _driver!.Interrupt(active),
    });

    private void Begin() => _driver.Begin(_system.Networks[_task], _addresses[_task, _slot], _completed);

    private void Complete()
    {
        _hardware.Accelerator.Count(_task);
        // Taken before the call, because the callback may begin the next inference.
        Action? done = _done;
        _done = null;
        done?.Invoke();
    }
}
