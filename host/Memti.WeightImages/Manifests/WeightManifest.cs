using System.Text.Json.Serialization;

namespace Memti.WeightImages.Manifests;

/// <summary>Identity, origin, accuracy and cost of weight images: the contents of <c>weights.manifest.json</c>.</summary>
public sealed record WeightManifest
{
    /// <summary>Current version of the format.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Usual name of the file.</summary>
    public const string FileName = "weights.manifest.json";

    /// <summary>Version of the format. Default: 1.</summary>
    [JsonPropertyName("memti_manifest"), JsonPropertyOrder(-1)]
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The program that wrote the manifest.</summary>
    public required ManifestTool Tool { get; init; }

    /// <summary>Files, datasets and plugins that the weights depend on.</summary>
    public required IReadOnlyList<ManifestInput> Inputs { get; init; }

    /// <summary>Settings that the weights depend on, besides the inputs.</summary>
    public required ManifestParameters Parameters { get; init; }

    /// <summary>The network.</summary>
    public required ManifestModel Model { get; init; }

    /// <summary>The memories with weight images.</summary>
    public required IReadOnlyList<ManifestMemory> Memories { get; init; }

    /// <summary>The tasks and their accuracy.</summary>
    public required IReadOnlyList<ManifestTask> Tasks { get; init; }

    /// <summary>The regions and their weight images.</summary>
    public required IReadOnlyList<ManifestRegion> Regions { get; init; }

    /// <summary>Writes for a switch between tasks, for every ordered pair.</summary>
    public required IReadOnlyList<ManifestTaskSwitch> TaskSwitches { get; init; }

    /// <summary>Simulated cost of a frame; null when not simulated.</summary>
    public required ManifestCost? Cost { get; init; }

    /// <summary>Digests that detect any flipped bit. <see cref="ManifestFile"/> sets them. Default: null.</summary>
    [JsonPropertyOrder(1)]
    public ManifestSeal? Seal { get; init; }
}
