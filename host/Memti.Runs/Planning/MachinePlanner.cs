using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Processors;
using Memti.Plugins.Figures;
using Memti.Plugins.Guarding;
using Memti.Runs.Codes;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Designs;
using Memti.Simulation.Bus;
using Memti.Simulation.Devices;
using Memti.Simulation.Maps;
using Memti.Simulation.Systems;

namespace Memti.Runs.Planning;

/// <summary>Plans the bus and the processor of a design whose firmware sees addresses.</summary>
internal sealed class MachinePlanner(DesignScenario design, ComponentFactory factory)
{
    /// <summary>The kind of managed firmware that drives the accelerator through its registers.</summary>
    public const string RegistersKind = "registers";

    /// <summary>True when some of the design is on a bus: a processor, firmware that writes registers, a memory with an address.</summary>
    public static bool HasBus(DesignScenario design) => design.Processor is not null
        || design.Firmware.Kind == RegistersKind
        || design.Memories.Any(static memory => memory.At is not null);

    /// <summary>The machine of the design.</summary>
    /// <param name="system">The design as the simulator takes it.</param>
    /// <param name="networks">The networks of the tasks.</param>
    /// <exception cref="MemtiException">
    /// <see cref="RunCodes.AcceleratorHasNoRegisters"/>, <see cref="RunCodes.MemoryCannotDo"/>, a window that is not possible, a layer that
    /// the driver cannot write, a figure that cannot be, or what a plugin throws.
    /// </exception>
    public PlannedMachine Plan(SystemDescription system, IReadOnlyList<Network> networks)
    {
        RefuseScrubs();
        PlannedDevice? accelerator = DiagnosticLocation.Findings(design.Accelerator, PlanAccelerator);
        if (accelerator is null && design.Firmware.Kind == RegistersKind)
            throw WithoutRegisters();
        MemoryMap map = Placed(() => new MemoryMap(system, [.. Devices(accelerator)]));
        if (design.Firmware.Kind == RegistersKind)
            DiagnosticLocation.Findings(design.Accelerator, () => RequirePrograms(map, networks));
        return new PlannedMachine
        {
            Map = map,
            AcceleratorComponent = design.Accelerator,
            Accelerator = accelerator,
            Networks = networks,
            Processor = design.Processor,
            ProcessorFigures = design.Processor is { } processor ? FiguresOf(processor) : null,
            Elf = design.Elf,
        };
    }

    /// <summary>A program has no register that scrubs, and a lifetime must not count on what does not happen.</summary>
    private void RefuseScrubs()
    {
        if (design.Elf is null || design.Memories.FirstOrDefault(static memory => memory.ScrubDays is not null) is not { } scrubbed)
            return;
        throw DiagnosticLocation.Error(scrubbed.Component, new Diagnostic(
            RunCodes.MemoryCannotDo,
            $"memory '{scrubbed.Name}' has 'scrub', and the firmware is a program, which no register lets scrub. Leave 'scrub' out.")
        {
            Key = $"memories.{scrubbed.Name}.scrub",
        });
    }

    private PlannedDevice? PlanAccelerator()
    {
        ComponentSpec component = design.Accelerator;
        if (factory.Accelerator(component) is not IDeviceAccelerator accelerator)
            return null;
        return factory.Call(
            component,
            "CreateDevice",
            () => Describe(PluginAnswer.Whole(accelerator.CreateDevice(new UnconnectedHost()))));
    }

    /// <summary>The driver must be there, and be able to write every layer of every task: what it refuses later is known now.</summary>
    private bool RequirePrograms(MemoryMap map, IReadOnlyList<Network> networks)
    {
        var accelerator = (IDeviceAccelerator)factory.Accelerator(design.Accelerator);
        ulong address = map.Devices.First(static device => device.Name == DeviceMaps.Accelerator).Range.Base;
        var host = new UnconnectedHost();
        if (!Has("CreateDriver", () => accelerator.CreateDriver(host, address, accelerator.CreateDevice(host))))
            throw WithoutDriver();
        for (int task = 0; task < networks.Count; task++)
        {
            Network network = networks[task];
            NetworkAddresses addresses = map.AddressesOf(task, slot: 0);
            // A driver without a program to show finds out at its first inference.
            Has("ProgramOf", () => accelerator.ProgramOf(network, addresses));
        }

        return true;
    }

    /// <summary>Calls what an accelerator need not offer.</summary>
    /// <returns>False when it does not.</returns>
    private bool Has<T>(string what, Func<T> call) => factory.Call(design.Accelerator, what, () =>
    {
        try
        {
            call();
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    });

    private static PlannedDevice Describe(IBusDevice device) =>
        new(device.WindowBytes, [.. PluginAnswer.Whole(device.Registers, "Registers")]);

    private ProcessorFigures FiguresOf(ComponentSpec processor) => DiagnosticLocation.Findings(processor, () =>
        FigureCheck.Processor(factory.Call(processor, "Figures", () => factory.Processor(processor).Figures)));

    private IEnumerable<MappedDevice> Devices(PlannedDevice? accelerator)
    {
        foreach ((string name, ulong address) in design.Bus.Bases)
            if (WindowOf(name, accelerator) is { } bytes)
                yield return new MappedDevice(name, new AddressRange(address, bytes));
    }

    private static uint? WindowOf(string device, PlannedDevice? accelerator) => device == DeviceMaps.Accelerator
        ? accelerator?.WindowBytes
        : DeviceMaps.All.First(map => map.Name == device).WindowBytes;

    /// <summary>A finding about a window stands at the memory that it names, or at the design.</summary>
    private MemoryMap Placed(Func<MemoryMap> map)
    {
        try
        {
            return map();
        }
        catch (MemtiException error) when (Named(error) is { } memory)
        {
            return DiagnosticLocation.Findings<MemoryMap>(memory.Component, () => throw error);
        }
    }

    private MemorySpec? Named(MemtiException error) =>
        design.Memories.FirstOrDefault(memory => error.Diagnostic.Key?.Split('.') is [.., _] words && words.Contains(memory.Name));

    private MemtiException WithoutRegisters() => Undriven($"'{design.Accelerator.Kind}' has none");

    private MemtiException WithoutDriver() => Undriven($"'{design.Accelerator.Kind}' has no driver for its own");

    private MemtiException Undriven(string reason)
    {
        string text = $"firmware '{RegistersKind}' writes the registers of the accelerator, and {reason}; permitted: an accelerator with "
            + "registers and a driver, such as nvdla, or other firmware.";
        return DiagnosticLocation.Error(design.Firmware, new Diagnostic(RunCodes.AcceleratorHasNoRegisters, text));
    }
}
