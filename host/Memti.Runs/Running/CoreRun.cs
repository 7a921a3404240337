using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Catalog;
using Memti.Runs.Executables;
using Memti.Runs.Planning;
using Memti.Simulation.Executables;
using Memti.Simulation.Frames;
using Memti.Simulation.Masters.Cores;
using Memti.Simulation.Runs;
using Memti.Simulation.Supplies;

namespace Memti.Runs.Running;

/// <summary>Runs of a design whose firmware is an ELF file.</summary>
/// <param name="catalog">Makes processor and accelerator.</param>
/// <param name="cancellationToken">Ends the wait for a plugin.</param>
internal sealed class CoreRun(PluginCatalog catalog, CancellationToken cancellationToken)
{
    private readonly ComponentFactory _factory = new(catalog, cancellationToken);

    /// <summary>Reads the executable of a design and sees to it that memories hold all of it.</summary>
    /// <exception cref="MemtiException">It cannot be read, or it is not for this design.</exception>
    public static Executable Load(PlannedMachine machine)
    {
        Executable executable = ElfReader.Read(machine.Elf!.Path, machine.ProcessorFigures!.ElfMachine);
        ElfReader.Place(executable, [.. machine.Map.Windows
            .Where(static window => window.HasBytes)
            .Select(static window => new MappedRange(window.Name, window.Range.Base, (long)window.Range.Size))]);
        return executable;
    }

    /// <summary>The processor that executes a design's firmware, as messages name it.</summary>
    public string NameOf(PlannedDesign design) => _factory.NameOf(design.Machine!.Processor!);

    /// <summary>A run that has not begun.</summary>
    /// <param name="design">The design.</param>
    /// <param name="workload">The frames.</param>
    /// <param name="options">How the run is carried out.</param>
    /// <param name="console">Takes what the firmware writes to its console; null for nobody.</param>
    /// <param name="supply">The supply; null for one that always has enough.</param>
    public CoreSimulator Of(
        PlannedDesign design, Workload workload, SimulationOptions options, ConsoleLines? console, SupplySystem? supply)
    {
        CoreSystem system = SystemOf(design.Machine!, console is null ? null : console.Take);
        return new CoreSimulator(design.System, workload, system, options, supply);
    }

    /// <summary>The core of a design with its firmware and the bus around it. Each run may have it anew; no run changes it.</summary>
    /// <param name="machine">The machine, with a processor and an executable.</param>
    /// <param name="console">Takes each byte that the firmware writes to its console; null for nobody.</param>
    /// <exception cref="MemtiException">The executable cannot be read, it is not for this design, or a plugin throws.</exception>
    public CoreSystem SystemOf(PlannedMachine machine, Action<byte>? console) => new()
    {
        Processor = _factory.Processor(machine.Processor!),
        Executable = Load(machine),
        Map = machine.Map,
        Tearing = machine.Tearing,
        Accelerator = machine.Accelerator is null ? null : _factory.Accelerator(machine.AcceleratorComponent) as IDeviceAccelerator,
        Networks = machine.Networks,
        Console = console,
    };
}
