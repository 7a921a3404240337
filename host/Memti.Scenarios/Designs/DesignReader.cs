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
        IReadOnlyList<FurtherNetwork> networks = ReadNetworks(section, tasks);
        if (tasks is not null)
            tasks = [.. tasks, .. networks.SelectMany(static other => other.Tasks)];
        ComponentSpec? accelerator = Bind(section, ScenarioKeys.Accelerator, Components.Accelerator);
        IReadOnlyList<NamedAccelerator> accelerators = ReadAccelerators(section);
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
            OtherNetworks = networks,
            Tasks = tasks,
            Accelerator = accelerator,
            OtherAccelerators = accelerators,
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

    private List<FurtherNetwork> ReadNetworks(Section section, IReadOnlyList<TaskRequest>? first)
    {
        List<FurtherNetwork> read = [];
        HashSet<string> known = [.. (first ?? []).Select(static task => task.Name)];
        foreach ((MappingEntry entry, Section network) in Items(section, ScenarioKeys.Networks))
        {
            ComponentSpec? component = _binder.Bind(network.Node, Components.Network);
            if (Components.Tasks.Read(network) is not { } tasks || component is null)
                continue;
            foreach (TaskRequest twice in tasks.Where(task => !known.Add(task.Name)))
                findings.OutOfRange(
                    Components.Tasks.Find(network)!, $"each task in one network; '{twice.Name}' of '{entry.Key}' is in another one, too");
            read.Add(new FurtherNetwork(component, tasks));
        }

        return read;
    }

    private List<NamedAccelerator> ReadAccelerators(Section section)
    {
        List<NamedAccelerator> read = [];
        foreach ((MappingEntry entry, Section accelerator) in Items(section, ScenarioKeys.Accelerators))
            if (_binder.Bind(accelerator.Node, Components.Accelerator) is { } component)
                read.Add(new NamedAccelerator(entry.Key, component));
        return read;
    }

    /// <summary>The items of a mapping of names that are given and have a name that may be.</summary>
    private IEnumerable<(MappingEntry Entry, Section Item)> Items(Section section, DocumentKey<Section?> key)
    {
        MappingEntry[] given = [.. (key.Read(section)?.Node.Entries ?? []).Where(static entry => !entry.Value.IsNull)];
        foreach (MappingEntry entry in given)
            if (ItemName.Check(entry.Key, entry.Place, findings) && Section.Of(entry.Value, findings) is { } item)
                yield return (entry, item);
    }

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
