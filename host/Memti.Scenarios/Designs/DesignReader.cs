using Memti.Abstractions.Models;
using Memti.Abstractions.Plugins;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Calibrations;
using Memti.Scenarios.Components;
using Memti.Scenarios.Images;
using Memti.Scenarios.Keys;
using Memti.Scenarios.Kinds;
using Memti.Scenarios.Workloads;

namespace Memti.Scenarios.Designs;

/// <summary>Reads one design whose overrides are all applied.</summary>
internal sealed class DesignReader(KindSchemas kinds, Calibration? calibration, FindingList findings)
{
    private static readonly string[] NetworkKeys = [ScenarioKeys.Kind, ScenarioKeys.Tasks];
    private static readonly string[] AcceleratorKeys = [ScenarioKeys.Kind];
    private static readonly string[] FirmwareKeys = [ScenarioKeys.Firmware];
    private static readonly string[] SystemKeys = ["reload"];

    private readonly ComponentBinder _binder = new(kinds, calibration, findings);

    /// <summary>The design; null, with findings, when it cannot be used.</summary>
    public DesignScenario? Read(string name, string description, SourceLocation place, MappingNode design)
    {
        Section section = new(design, findings);
        (ComponentSpec? network, IReadOnlyList<TaskRequest>? tasks) = ReadNetwork(section);
        ComponentSpec? accelerator = ReadAccelerator(section);
        IReadOnlyList<string>? names = tasks is null ? null : [.. tasks.Select(static task => task.Name)];
        IReadOnlyList<MemorySpec> memories = ReadMemories(section, names);
        WorkloadSpec workload = new WorkloadReader(names, findings).Read(section.Mapping(ScenarioKeys.Workload)?.Node);
        bool overlapped = IsOverlapped(section);
        ComponentSpec? firmware = ReadFirmware(section);
        IReadOnlyDictionary<string, ImageSpec> images = new ImagesReader(findings).Read(section.Mapping(ScenarioKeys.Images), [.. memories.Select(static memory => memory.Name)]);
        if (network is null || tasks is null || accelerator is null || firmware is null)
            return null;
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
            Images = images,
        };
    }

    private static MappingNode? Required(Section section, string key) =>
        section.Require(key, "a mapping") is null ? null : section.Mapping(key)?.Node;

    private (ComponentSpec? Network, IReadOnlyList<TaskRequest>? Tasks) ReadNetwork(Section section)
    {
        if (Required(section, ScenarioKeys.Network) is not { } network)
            return (null, null);
        ComponentSpec? component = _binder.Bind(network, KindCategory.Model, NetworkKeys);
        return (component, new NetworkReader(findings).ReadTasks(new Section(network, findings)));
    }

    private ComponentSpec? ReadAccelerator(Section section) => Required(section, ScenarioKeys.Accelerator) is { } accelerator
        ? _binder.Bind(accelerator, KindCategory.Accelerator, AcceleratorKeys)
        : null;

    private IReadOnlyList<MemorySpec> ReadMemories(Section section, IReadOnlyList<string>? tasks) =>
        Required(section, ScenarioKeys.Memories) is { } memories ? new MemoriesReader(_binder, tasks, findings).Read(memories) : [];

    private static bool IsOverlapped(Section section)
    {
        if (section.Mapping(ScenarioKeys.System) is not { } system)
            return true;
        system.RefuseOthers(SystemKeys);
        return system.Word("reload", "overlapped", "serial") is not 1;
    }

    private ComponentSpec? ReadFirmware(Section section)
    {
        MappingNode none = new(section.Node.Place.Below(ScenarioKeys.Power), []);
        MappingNode? power = section.Find(ScenarioKeys.Power) is null ? none : section.Mapping(ScenarioKeys.Power)?.Node;
        return power is null ? null : _binder.Bind(power, KindCategory.Firmware, FirmwareKeys, ScenarioKeys.DefaultFirmware);
    }
}
