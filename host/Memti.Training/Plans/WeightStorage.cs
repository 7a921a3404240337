using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Plugins.Catalog;
using Memti.Scenarios.Bindings;
using Memti.Training.Codes;
using Memti.Training.Faults;
using Memti.Training.Trainers;

namespace Memti.Training.Plans;

/// <summary>The memories of the parameters. Null, or a memory whose kind has no faults, means storage without faults.</summary>
public sealed record WeightStorage
{
    /// <summary>Memory of the shared parameters. Default: null.</summary>
    public ComponentSpec? Shared { get; init; }

    /// <summary>Memory of the task's parameters. Default: null.</summary>
    public ComponentSpec? Task { get; init; }

    /// <summary>Cells of one value in both memories, most significant first. Default: null, for the memories' own choice.</summary>
    public CellVector? Cells { get; init; }

    /// <summary>Error-correcting code over values in <see cref="Shared"/>. Default: null, for none.</summary>
    public CorrectionRequest? SharedEcc { get; init; }

    /// <summary>Error-correcting code over values in <see cref="Task"/>. Default: null, for none.</summary>
    public CorrectionRequest? TaskEcc { get; init; }

    /// <summary>Fraction of the shared 3x3 weights, smallest first, that are zero and use no cells: from 0 to below 1. Default:
    /// 0.</summary>
    public double Pruned { get; init; }

    /// <summary>Everything that faults depend on, except seed and chip.</summary>
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

    /// <summary>True when one of the memories has faults.</summary>
    public bool HasFaults(PluginCatalog catalog)
    {
        var regions = new MemoryRegions(catalog);
        return regions.Of(Shared) is not null || regions.Of(Task) is not null;
    }

    /// <summary>Places a network's parameters in these memories.</summary>
    public WeightFaults Hold(GuardedTrainer trainer, PluginCatalog catalog)
    {
        var regions = new MemoryRegions(catalog);
        return new WeightFaults(trainer, regions.Of(Shared, Cells, SharedEcc), regions.Of(Task, Cells, TaskEcc));
    }

    /// <summary>Throws for storage without faults.</summary>
    /// <exception cref="MemtiException"><see cref="TrainingCodes.NoFaults"/>.</exception>
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
        // The plugin's code decides its faults as much as its options do.
        string hash = catalog.Plugins.FirstOrDefault(other => other.Id == plugin)?.Manifest?.ContentSha256 ?? "host";
        // A cell may be a file of the user; its name stays when its levels change.
        string cells = string.Concat(new MemoryRegions(catalog).CellsOf(memory).Select(static sha256 => $"; cell {sha256}"));
        return $"{memory.Kind}: {ComponentText.Write(memory)}; plugin {hash}{cells}";
    }
}
