using System.Text.Json.Serialization;

namespace Memti.WeightImages.Manifests;

/// <summary>What weight images are, what they came from and what they cost: the contents of <c>weights.manifest.json</c>.</summary>
public sealed record WeightManifest
{
    /// <summary>Version of the form.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Usual name of the file.</summary>
    public const string FileName = "weights.manifest.json";

    /// <summary>Version of the form; 1.</summary>
    [JsonPropertyName("memti_manifest"), JsonPropertyOrder(-1)]
    public int Version { get; init; } = CurrentVersion;

    /// <summary>What wrote it.</summary>
    public required ManifestTool Tool { get; init; }

    /// <summary>Files, sets of images and plugins that the weights depend on.</summary>
    public required IReadOnlyList<ManifestInput> Inputs { get; init; }

    /// <summary>What the weights depend on beside them.</summary>
    public required ManifestParameters Parameters { get; init; }

    /// <summary>The network.</summary>
    public required ManifestModel Model { get; init; }

    /// <summary>The memories that hold images.</summary>
    public required IReadOnlyList<ManifestMemory> Memories { get; init; }

    /// <summary>The tasks and how well they are solved.</summary>
    public required IReadOnlyList<ManifestTask> Tasks { get; init; }

    /// <summary>The regions and their images.</summary>
    public required IReadOnlyList<ManifestRegion> Regions { get; init; }

    /// <summary>What it takes to go from task to task, for every ordered pair.</summary>
    public required IReadOnlyList<ManifestTaskSwitch> TaskSwitches { get; init; }

    /// <summary>What a frame costs; null where it was not simulated.</summary>
    public required ManifestCost? Cost { get; init; }

    /// <summary>What finds any flipped bit. Set by <see cref="ManifestFile"/>; null before.</summary>
    [JsonPropertyOrder(1)]
    public ManifestSeal? Seal { get; init; }
}
