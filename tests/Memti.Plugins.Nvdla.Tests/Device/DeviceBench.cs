using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Device;
using Memti.Plugins.Nvdla.Device.Programming;
using Memti.Plugins.Nvdla.Device.Registers;
using Memti.Plugins.Nvdla.Options;
using Memti.Simulation.Bus;

namespace Memti.Plugins.Nvdla.Tests.Device;

/// <summary>A device on a bus, with a memory behind each role of a placement.</summary>
internal sealed class DeviceBench
{
    internal const ulong Base = 0x1020_0000;

    private const ulong RoleBytes = 1UL << 32;

    internal static readonly DeviceAddresses Addresses = new()
    {
        SharedWeights = 1 * RoleBytes,
        TaskWeights = 2 * RoleBytes,
        Activations = 3 * RoleBytes,
        Input = 4 * RoleBytes,
    };

    internal DeviceBench(
        NvdlaOptions? options = null, NvdlaDeviceOptions? device = null, Placement? placement = null, int sharedBits = 8, int taskBits = 8)
    {
        Options = options ?? new NvdlaOptions();
        placement ??= Engines.AnyPlacement();
        (Device, Line) = Machine.AddDevice(Base, "nvdla", host => new NvdlaDevice(Options, host, device));
        Add(Addresses.SharedWeights, "shared weights", placement.SharedWeights, sharedBits);
        Add(Addresses.TaskWeights, "task weights", placement.TaskWeights, taskBits);
        Add(Addresses.Activations, "activations", placement.Activations, 8);
        Add(Addresses.Input, "input", placement.Input, 8);
    }

    internal BusMachine Machine { get; } = new();

    internal NvdlaOptions Options { get; }

    internal NvdlaDevice Device { get; }

    internal int Line { get; }

    internal bool Interrupts => Machine.Interrupts.IsActive(Line);

    internal uint Read(string unit, string register) => Machine.Read(Base + NvdlaRegisters.Offset(Device.Layout, unit, register));

    internal void Write(string unit, string register, uint value) =>
        Machine.Write(Base + NvdlaRegisters.Offset(Device.Layout, unit, register), value);

    /// <summary>Programs a layer into the same group of all its units.</summary>
    internal ProgrammedLayer Program(Layer layer, uint group = 0, bool first = false)
    {
        ProgrammedLayer program = new LayerProgrammer(Options, Device.Layout, Addresses).Program(layer, first);
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
    internal RegisterRun Run(Network network, RegisterRunOptions? driver = null)
    {
        var run = new RegisterRun(Machine, Base, Device, Options, network, Addresses, driver);
        Machine.Interrupts.Listen(Line, run.Interrupt);
        run.Begin();
        Machine.RunUntilIdle();
        return run;
    }

    internal static RegisterRun Run(
        NvdlaOptions options, Network network, Placement placement, RegisterLayout layout = RegisterLayout.Full) =>
        new DeviceBench(options, new NvdlaDeviceOptions { Layout = layout }, placement, network.SharedBits, network.TaskBits).Run(network);

    private void Add(ulong address, string name, MemoryPort? port, int valueBits)
    {
        if (port is not null)
            Machine.Bus.Add(new AddressRange(address, RoleBytes), name, new DeviceMemory(port, valueBits));
    }
}
