using Memti.Abstractions.Models;
using Memti.Abstractions.Parameters;
using Memti.Documents.Nodes;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Buses;
using Memti.Scenarios.Images;
using Memti.Scenarios.Kinds;
using Memti.Scenarios.Supplies;
using Memti.Scenarios.Workloads;

namespace Memti.Scenarios.Designs;

/// <summary>One system to simulate, with every override applied.</summary>
public sealed record DesignScenario
{
    /// <summary>Name of the design.</summary>
    public required string Name { get; init; }

    /// <summary>What the design is; empty when the file does not say.</summary>
    public string Description { get; init; } = "";

    /// <summary>The neural network.</summary>
    public required ComponentSpec Network { get; init; }

    /// <summary>Further networks; their tasks come after those of <see cref="Network"/>. Default: none.</summary>
    public IReadOnlyList<FurtherNetwork> OtherNetworks { get; init; } = [];

    /// <summary>The network's tasks, 1 to 4096 with unique names.</summary>
    public required IReadOnlyList<TaskRequest> Tasks { get; init; }

    /// <summary>The accelerator.</summary>
    public required ComponentSpec Accelerator { get; init; }

    /// <summary>Further accelerators, which serve streams beside <see cref="Accelerator"/>. Default: none.</summary>
    public IReadOnlyList<NamedAccelerator> OtherAccelerators { get; init; } = [];

    /// <summary>The memories in the order of the file.</summary>
    public required IReadOnlyList<MemorySpec> Memories { get; init; }

    /// <summary>What the system has to do.</summary>
    public required WorkloadSpec Workload { get; init; }

    /// <summary>True when parameters load while inference runs, as far as the memories allow it.</summary>
    public bool ReloadOverlapped { get; init; } = true;

    /// <summary>The power and task policy.</summary>
    public required ComponentSpec Firmware { get; init; }

    /// <summary>The processor; null for a design without one. It runs only where <see cref="Elf"/> is given.</summary>
    public ComponentSpec? Processor { get; init; }

    /// <summary>Where the energy comes from; null for a supply that always has enough.</summary>
    public SupplySpec? Supply { get; init; }

    /// <summary>Where the devices are on the bus.</summary>
    public BusSpec Bus { get; init; } = new();

    /// <summary>The executable that is the firmware; null for managed firmware.</summary>
    public ScenarioFile? Elf => (Firmware.Options as ElfOptions)?.Elf;

    /// <summary>Layouts of weight images by memory; a memory that is not among them has the default layout.</summary>
    public IReadOnlyDictionary<string, ImageSpec> Images { get; init; } = new Dictionary<string, ImageSpec>();

    /// <summary>Where the design stands.</summary>
    public required SourceLocation Place { get; init; }

    /// <summary>The design with each variant laid over it; empty for a variant's own scenario.</summary>
    public IReadOnlyList<DesignVariant> Variants { get; init; } = [];

    /// <summary>
    /// SHA-256 of what the design was read from, every override and the calibration applied: designs of one file with equal content are
    /// equal. Empty unless a <see cref="ScenarioTemplate"/> read it.
    /// </summary>
    public string Content { get; init; } = "";

    /// <summary>Its components: network, accelerator, firmware, the processor where there is one, then the memories.</summary>
    public IEnumerable<ComponentSpec> Components =>
    [
        Network,
        .. OtherNetworks.Select(static network => network.Component),
        Accelerator,
        .. OtherAccelerators.Select(static accelerator => accelerator.Component),
        Firmware,
        .. Processors,
        .. Memories.Select(static memory => memory.Component),
    ];

    private IEnumerable<ComponentSpec> Processors => Processor is null ? [] : [Processor];

    /// <summary>
    /// The design with another value of a number, <c>kind.key</c> in the calibration or among the defaults of a kind, in every component
    /// that takes it; null when one of them does not take the value. Variants are left behind.
    /// </summary>
    public DesignScenario? With(string kind, string key, string text)
    {
        bool taken = true;
        DesignScenario changed = this with
        {
            Network = Changed(Network),
            OtherNetworks = [.. OtherNetworks.Select(network => network with { Component = Changed(network.Component) })],
            Accelerator = Changed(Accelerator),
            OtherAccelerators =
                [.. OtherAccelerators.Select(accelerator => accelerator with { Component = Changed(accelerator.Component) })],
            Firmware = Changed(Firmware),
            Processor = Processor is null ? null : Changed(Processor),
            Memories = [.. Memories.Select(memory => memory with { Component = Changed(memory.Component) })],
            Variants = [],
        };
        return taken ? changed : null;

        ComponentSpec Changed(ComponentSpec component)
        {
            if (!component.Takes(kind, key))
                return component;
            ComponentSpec? other = component.With(key, text);
            taken &= other is not null;
            return other ?? component;
        }
    }
}
