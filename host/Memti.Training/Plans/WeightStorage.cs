using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Plugins.Loading;
using Memti.Scenarios.Components;
using Memti.Training.Faults;
using Memti.Training.Trainers;

namespace Memti.Training.Plans;

/// <summary>Where parameters are stored. What is null lies in a safe memory, and so does what lies in a memory that offers no faults.</summary>
public sealed record WeightStorage
{
    /// <summary>Memory of the parameters that tasks share.</summary>
    public ComponentSpec? Shared { get; init; }

    /// <summary>Memory of the task's parameters.</summary>
    public ComponentSpec? Task { get; init; }

    /// <summary>Cells of one value in both, most significant first; null for the memories' own choice.</summary>
    public CellVector? Cells { get; init; }

    /// <summary>The code over values in <see cref="Shared"/>; null for none.</summary>
    public CorrectionRequest? SharedEcc { get; init; }

    /// <summary>The code over values in <see cref="Task"/>; null for none.</summary>
    public CorrectionRequest? TaskEcc { get; init; }

    /// <summary>Share of the shared 3x3 weights, the smallest ones, that are zero and take no cells: 0 to below 1.</summary>
    public double Pruned { get; init; }

    /// <summary>All that faults depend on, but for seed and chip.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Identity(PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return
        [
            new("shared memory", Name(catalog, Shared)),
            new("task memory", Name(catalog, Task)),
            new("cells", Cells?.ToString() ?? "as the memories choose"),
            .. Ecc("shared ecc", SharedEcc),
            .. Ecc("task ecc", TaskEcc),
            new("pruned", Pruned.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
        ];
    }

    /// <summary>True when one of the memories offers faults.</summary>
    public bool HasFaults(PluginCatalog catalog)
    {
        var regions = new MemoryRegions(catalog);
        return regions.Of(Shared) is not null || regions.Of(Task) is not null;
    }

    /// <summary>A network's parameters in these memories.</summary>
    public WeightFaults Hold(GuardedTrainer trainer, PluginCatalog catalog)
    {
        var regions = new MemoryRegions(catalog);
        return new WeightFaults(trainer, regions.Of(Shared, Cells, SharedEcc), regions.Of(Task, Cells, TaskEcc));
    }

    /// <summary>Refuses storage without any faults.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoFaults"/>.</exception>
    public void RequireFaults(WeightFaults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (faults.Faulty == ParameterPart.None)
            throw MemoryRegions.NoFaults(Shared?.Kind ?? "safe", Task?.Kind ?? "safe");
    }

    private static IEnumerable<KeyValuePair<string, string>> Ecc(string name, CorrectionRequest? ecc) =>
        ecc is null ? [] : [new(name, ecc.ToString())];

    private static string Name(PluginCatalog catalog, ComponentSpec? memory)
    {
        if (memory is null)
            return "safe";
        string plugin = catalog.Memories[memory.Kind].PluginId;
        string hash = catalog.Plugins.FirstOrDefault(other => other.Id == plugin)?.Manifest?.ContentSha256 ?? "host";
        return $"{memory.Kind}: {ComponentText.Write(memory)}; plugin {hash}";
    }
}
