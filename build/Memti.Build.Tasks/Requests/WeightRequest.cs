using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Memti.Build.Tasks.Requests;

/// <summary>The request to the worker: settings of the project, nothing of the machine.</summary>
internal sealed record WeightRequest
{
    private static readonly JsonSerializerOptions Form = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        // The same bytes on every platform, so that caches and stamps agree.
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Version of the format.</summary>
    public int MemtiWeights { get; } = 1;

    /// <summary>The project's folder, at which all other paths start.</summary>
    public required string Folder { get; init; }

    public required string? Scenario { get; init; }

    public string? Design { get; init; }

    public IReadOnlyList<string> Set { get; init; } = [];

    public string? Engine { get; init; }

    public string? Backbone { get; init; }

    public long? Seed { get; init; }

    public long? Threads { get; init; }

    public double? Validation { get; init; }

    public string? Faults { get; init; }

    public long? Chip { get; init; }

    public long? Trials { get; init; }

    public string? DataFolder { get; init; }

    public IReadOnlyList<string> PluginPath { get; init; } = [];

    public IReadOnlyList<TaskEntry> Tasks { get; init; } = [];

    public IReadOnlyList<RegionEntry> Regions { get; init; } = [];

    public IReadOnlyList<BudgetEntry> Budgets { get; init; } = [];

    /// <summary>Folder for weight images and manifest.</summary>
    public required string Output { get; init; }

    /// <summary>Folder for trained weights, checkpoints and stamps.</summary>
    public required string Work { get; init; }

    /// <summary>The text of the request file. Equal requests give equal bytes.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Form) + "\n";
}
