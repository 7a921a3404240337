using Memti.Abstractions.Models;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Buses;
using Memti.Scenarios.Calibrations;
using Memti.Scenarios.Codes;
using Memti.Scenarios.Images;
using Memti.Scenarios.Keys;
using Memti.Scenarios.Kinds;
using Memti.Scenarios.Supplies;
using Memti.Scenarios.Workloads;

namespace Memti.Scenarios.Designs;

/// <summary>Reads one design whose overrides are all applied.</summary>
internal sealed class DesignReader(KindSchemas kinds, Calibration? calibration, FindingList findings)
{
    private readonly ComponentBinder _binder = new(kinds, calibration, findings);

    /// <summary>The design; null, with findings, when it cannot be used.</summary>
    public DesignScenario? Read(string name, string description, SourceLocation place, MappingNode design)
    {
        Section section = new(design, findings);
        (ComponentSpec? network, IReadOnlyList<TaskRequest>? tasks) = ReadNetwork(section);
        ComponentSpec? accelerator = Bind(section, ScenarioKeys.Accelerator, Components.Accelerator);
        ComponentSpec? processor = Bind(section, ScenarioKeys.Processor, Components.Processor);
        IReadOnlyList<string>? names = tasks is null ? null : [.. tasks.Select(static task => task.Name)];
        IReadOnlyList<MemorySpec> memories = ReadMemories(section, names);
        WorkloadSpec workload = new WorkloadReader(names, findings).Read(ScenarioKeys.Workload.Read(section));
        bool overlapped = ScenarioKeys.System.Read(section) is not { } system || ScenarioKeys.Reload.Read(system) == ReloadMode.Overlapped;
        ComponentSpec? firmware = ReadFirmware(section);
        SupplySpec? supply = ScenarioKeys.Supply.Read(section) is { } chain ? SupplyReader.Read(chain, _binder) : null;
        BusSpec bus = BusReader.Read(ScenarioKeys.Bus.Read(section));
        IReadOnlyDictionary<string, ImageSpec> images =
            new ImagesReader(findings).Read(ScenarioKeys.Images.Read(section), [.. memories.Select(static memory => memory.Name)]);
        if (network is null || tasks is null || accelerator is null || firmware is null)
            return null;
        if (firmware.Options is ElfOptions && ScenarioKeys.Processor.Find(section) is null)
            RequireProcessor(firmware);
        return new DesignScenario
        {
            Name = name,
            Description = description,
            Place = place,
            Network = network,
            Tasks = tasks,
            Accelerator = accelerator,
            Memories = memories,
            Workload = workload,
            ReloadOverlapped = overlapped,
            Firmware = firmware,
            Processor = processor,
            Supply = supply,
            Bus = bus,
            Images = images,
        };
    }

    private void RequireProcessor(ComponentSpec firmware)
    {
        const string Permitted = "a section 'processor', such as processor: { kind: riscv }";
        findings.Add(
            ScenarioCodes.FirmwareNeedsProcessor,
            firmware.Place,
            $"firmware is an ELF file, and the design has no processor that executes it; permitted: {Permitted}.",
            permitted: Permitted);
    }

    private ComponentSpec? Bind(Section design, DocumentKey<Section?> key, ComponentType component) =>
        key.Read(design) is { } section ? _binder.Bind(section.Node, component) : null;

    private (ComponentSpec? Network, IReadOnlyList<TaskRequest>? Tasks) ReadNetwork(Section section) =>
        ScenarioKeys.Network.Read(section) is { } network
            ? (_binder.Bind(network.Node, Components.Network), Components.Tasks.Read(network))
            : (null, null);

    private IReadOnlyList<MemorySpec> ReadMemories(Section section, IReadOnlyList<string>? tasks) =>
        ScenarioKeys.Memories.Read(section) is { } memories ? new MemoriesReader(_binder, tasks, findings).Read(memories.Node) : [];

    private ComponentSpec? ReadFirmware(Section section)
    {
        if (ScenarioKeys.Power.Find(section) is not null)
            return Bind(section, ScenarioKeys.Power, Components.Firmware);
        MappingNode none = new(section.Node.Place.Below(ScenarioKeys.Power.Name), []);
        return _binder.Bind(none, Components.Firmware);
    }
}
