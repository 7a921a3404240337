using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Buses;
using Memti.Scenarios.Images;
using Memti.Scenarios.Kinds;
using Memti.Scenarios.References;
using Memti.Scenarios.Supplies;
using Memti.Scenarios.Workloads;

namespace Memti.Scenarios.Keys;

/// <summary>
/// The keys of a scenario file. Those of a section stand with its reader, those of components in <see cref="Components"/>.
/// </summary>
internal static class ScenarioKeys
{
    /// <summary>Most designs, and most variants.</summary>
    public const int MostOverrides = 64;

    /// <summary>Most memories of a design.</summary>
    public const int MostMemories = 32;

    /// <summary>Most networks of a design beside the first one.</summary>
    public const int MostNetworks = 64;

    /// <summary>Most accelerators of a design beside the first one.</summary>
    public const int MostAccelerators = 16;

    /// <summary>The definition of a schema that has the form of a design or a variant.</summary>
    public const string OverrideDefinition = "override";

    private const string Mapping = "a mapping";

    /// <summary>Whether parameters load while inference runs.</summary>
    public static readonly DocumentKey<ReloadMode> Reload =
        new("reload", "Whether parameters load while inference runs") { Fallback = ReloadMode.Overlapped };

    /// <summary>Version of the format.</summary>
    public static readonly DocumentKey<Node?> Version = VersionedDocument.KeyOf("memti");

    /// <summary>Name of the scenario.</summary>
    public static readonly DocumentKey<string?> Name = new("name", "Name of the scenario") { DefaultWords = "the name of the file" };

    /// <summary>What the scenario, a design or a variant is.</summary>
    public static readonly DocumentKey<string?> Description = new("description", "What the scenario is");

    /// <summary>Seed of all random streams.</summary>
    public static readonly DocumentKey<long> Seed = new("seed", "Seed of all random streams", 0, long.MaxValue) { Fallback = 1 };

    /// <summary>The network of a design.</summary>
    public static readonly DocumentKey<Section?> Network = new("network", "", Components.Network) { Required = Mapping };

    /// <summary>The accelerator of a design.</summary>
    public static readonly DocumentKey<Section?> Accelerator = new("accelerator", "", Components.Accelerator) { Required = Mapping };

    public static readonly DocumentKey<Section?> Networks = new(
        "networks",
        "Further networks by name, each with tasks of its own",
        new MapType(new DocumentKey<Section?>("", "", Components.Network)) { Count = (null, MostNetworks) });

    public static readonly DocumentKey<Section?> Accelerators = new(
        "accelerators",
        "Further accelerators by name, which serve streams at the same time",
        new MapType(new DocumentKey<Section?>("", "", Components.Accelerator)) { Count = (null, MostAccelerators) });

    /// <summary>The processor of a design, which executes firmware.</summary>
    public static readonly DocumentKey<Section?> Processor = new("processor", "", Components.Processor);

    /// <summary>The memories of a design.</summary>
    public static readonly DocumentKey<Section?> Memories = new(
        "memories",
        "The memories by name",
        new MapType(new DocumentKey<Section?>("", "", Components.Memory)) { Count = (1, MostMemories) })
    {
        Required = Mapping,
    };

    /// <summary>What the system has to do.</summary>
    public static readonly DocumentKey<Section?> Workload = new("workload", "What the system has to do", WorkloadReader.Form);

    /// <summary>How the parts of a design work together.</summary>
    public static readonly DocumentKey<Section?> System =
        new("system", "How the parts work together", new SectionType(new KeySection(Reload)));

    /// <summary>The firmware of a design.</summary>
    public static readonly DocumentKey<Section?> Power = new("power", "", Components.Firmware);

    /// <summary>Where the devices of a design are.</summary>
    public static readonly DocumentKey<Section?> Bus = new("bus", "Base addresses of the devices on the bus", BusReader.Form);

    /// <summary>Where the energy of a design comes from.</summary>
    public static readonly DocumentKey<Section?> Supply =
        new("supply", "Where the energy comes from, and when there is not enough", SupplyReader.Form) { DefaultWords = "always enough" };

    /// <summary>How the contents of memories lie in weight images.</summary>
    public static readonly DocumentKey<Section?> Images =
        new("images", "Layout of the weight image of each memory, by the memory's name", new MapType(ImagesReader.Layout));

    /// <summary>A file with defaults for keys of kinds.</summary>
    public static readonly DocumentKey<string?> Calibration = new("calibration", "Calibration file, relative to this file");

    /// <summary>Published figures.</summary>
    public static readonly DocumentKey<Section?> References =
        new("references", "Published figures to set results against", ReferencesReader.Form);

    /// <summary>What each design changes.</summary>
    public static readonly DocumentKey<Section?> Designs =
        new("designs", "Designs: what each changes in the sections of this file", Overrides());

    /// <summary>What each variant changes.</summary>
    public static readonly DocumentKey<Section?> Variants = new("variants", "Variants: what each changes in every design", Overrides());

    /// <summary>What a design consists of, and what an override may change.</summary>
    public static readonly KeySection Sections =
        new(Network, Networks, Accelerator, Accelerators, Processor, Memories, Workload, System, Power, Supply, Bus, Images);

    /// <summary>What an override may hold.</summary>
    public static readonly KeySection OfOverride = new([Description, .. Sections.Keys]);

    /// <summary>What the file may hold.</summary>
    public static readonly KeySection Root =
        new([Version, Name, Description, Seed, .. Sections.Keys, Calibration, References, Designs, Variants]);

    /// <summary>True for a key of the file that is no section of a design; an unknown one is then found in the file's own check.</summary>
    public static bool OfDocument(string key) => !Sections.Names.Contains(key);

    /// <summary>Where a schema has the form of a design or a variant.</summary>
    private static JsonObject OverrideReference() => new() { ["$ref"] = "#/$defs/" + OverrideDefinition };

    private static MapType Overrides() =>
        new(new DocumentKey<Section?>("", "", new FixedType(OverrideReference))) { Count = (null, MostOverrides) };
}
