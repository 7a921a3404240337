using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Device;
using Memti.Plugins.Nvdla.Device.Programming;
using Memti.Plugins.Nvdla.Device.Registers;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Tests.Device;

/// <summary>A device on a bus, with a memory behind each role of a placement.</summary>
internal sealed class DeviceBench
{
    internal const ulong Base = 0x1020_0000;

    private const ulong RoleBytes = 1UL << 32;

    internal static readonly NetworkAddresses Addresses = new()
    {
        SharedWeights = 1 * RoleBytes,
        TaskWeights = 2 * RoleBytes,
        Activations = 3 * RoleBytes,
        Input = 4 * RoleBytes,
    };

    private IInferenceDriver? _driver;

    internal DeviceBench(
        NvdlaOptions? options = null, Placement? placement = null, int sharedBits = 8, int taskBits = 8)
    {
        Options = options ?? new NvdlaOptions();
        placement ??= Engines.AnyPlacement();
        Host = new RecordingHost(Machine);
        Device = new NvdlaDevice(Options, Host);
        Machine.Add(Base, Device);
        Add(Addresses.SharedWeights, placement.SharedWeights, sharedBits);
        Add(Addresses.TaskWeights, placement.TaskWeights, taskBits);
        Add(Addresses.Activations, placement.Activations, 8);
        Add(Addresses.Input, placement.Input, 8);
    }

    internal TestMachine Machine { get; } = new();

    internal NvdlaOptions Options { get; }

    internal NvdlaDevice Device { get; }

    internal RecordingHost Host { get; }

    internal bool Interrupts => Machine.Line;

    internal uint Read(string unit, string register) => Machine.Read(Base + Offset(unit, register));

    internal void Write(string unit, string register, uint value) =>
        Machine.Write(Base + Offset(unit, register), value);

    /// <summary>Programs a layer into the same group of all its units.</summary>
    internal ProgrammedLayer Program(Layer layer, uint group = 0, bool first = false)
    {
        ProgrammedLayer program = new LayerProgrammer(Options, Options.RegisterMap, Addresses).Program(layer, first);
        foreach (string unit in program.Units)
            Write(unit, "S_POINTER", group);
        foreach (RegisterWrite write in program.Writes)
            Write(write.Unit, write.Register, write.Value);
        return program;
    }

    internal void Enable(ProgrammedLayer program)
    {
        foreach (string unit in program.Units)
            Write(unit, "D_OP_ENABLE", 1);
    }

    /// <summary>Runs a network as a driver would.</summary>
    /// <param name="network">What to run.</param>
    /// <param name="bus">The bus as the driver has it. Default: the machine's.</param>
    internal RegisterRun Run(Network network, IBus? bus = null)
    {
        RegisterRun run = Begin(network, bus);
        Machine.RunUntilIdle();
        Host.LayerEnded -= run.Layers.Add;
        return run;
    }

    /// <summary>Starts a network as a driver would.</summary>
    internal RegisterRun Begin(Network network, IBus? bus = null)
    {
        var run = new RegisterRun();
        Machine.LineChanged += active =>
        {
            if (active && !run.IsDone)
                run.Interrupts.Add(Machine.Now);
        };
        Host.LayerEnded += run.Layers.Add;
        Driver(bus).Begin(network, Addresses, () => run.Completed = Machine.Now);
        return run;
    }

    /// <summary>The one driver of the device: two would take each other's interrupts.</summary>
    private IInferenceDriver Driver(IBus? bus)
    {
        if (_driver is null)
        {
            _driver = new NvdlaAccelerator(Options).CreateDriver(bus ?? Machine, Base, Device);
            Machine.LineChanged += _driver.Interrupt;
        }

        return _driver;
    }

    internal static RegisterRun Run(NvdlaOptions options, Network network, Placement placement) =>
        Of(options, network, placement).Run(network);

    /// <summary>A bench whose memories hold the parameters of a network.</summary>
    internal static DeviceBench Of(NvdlaOptions options, Network network, Placement placement) =>
        new(options, placement, network.SharedBits, network.TaskBits);

    private uint Offset(string unit, string register) => NvdlaRegisters.Offset(Options.RegisterMap, unit, register);

    private void Add(ulong address, MemoryPort? port, int valueBits)
    {
        if (port is not null)
            Machine.Add(address, RoleBytes, new DeviceMemory(port, valueBits));
    }
}
