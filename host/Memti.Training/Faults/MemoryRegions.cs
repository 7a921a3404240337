using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Arrays.Faults;
using Memti.Plugins.Catalog;
using Memti.Plugins.Registry;
using Memti.Scenarios.Bindings;
using Memti.Training.Codes;

namespace Memti.Training.Faults;

/// <summary>Creates fault regions from memories.</summary>
/// <param name="catalog">The loaded plugins.</param>
public sealed class MemoryRegions(PluginCatalog catalog)
{
    // Assumptions do not depend on the width, so any one will do.
    private const int AnyWidth = 8;

    private readonly FaultModels _models = new();

    /// <summary>Region of a memory; null for a memory without faults: none is named, or its kind has none (SRAM, DRAM).</summary>
    /// <param name="memory">Kind and options; null for a memory without faults.</param>
    /// <param name="cells">The cells of one value, most significant first; null for the memory's own choice.</param>
    /// <param name="ecc">Error-correcting code; null for none.</param>
    public FaultyRegion? Of(ComponentSpec? memory, CellVector? cells = null, CorrectionRequest? ecc = null)
    {
        if (memory is null)
            return null;
        Registration<IMemoryModel> kind = catalog.Memories[memory.Kind];
        return Model(kind, memory) is IFaultyMemory faulty
            ? new FaultyRegion(
                kind.Kind,
                bits => Faults(kind, faulty, new StoredValues(bits, catalog.Arrays, _models) { Cells = cells, Correction = ecc }))
            : null;
    }

    /// <summary>SHA-256 of the files of the cells that decide the faults of a memory, in the order in which it asks for them. Empty for a
    /// memory without faults, or with figures of its own.</summary>
    public IReadOnlyList<string> CellsOf(ComponentSpec? memory)
    {
        var asked = new AskedCells(catalog);
        try
        {
            if (memory is not null && Model(catalog.Memories[memory.Kind], memory) is IFaultyMemory faulty)
                Faults(catalog.Memories[memory.Kind], faulty, new StoredValues(AnyWidth, asked, new FaultModels()));
        }
        catch (MemtiException)
        {
            // Not lost: the user of the memory reports the same error, with its place.
        }

        return asked.Sha256;
    }

    /// <summary>Assumptions about the faults of memories, each once.</summary>
    /// <param name="memories">Kinds and options; null for a memory without faults.</param>
    public IReadOnlyList<Diagnostic> Notices(params IReadOnlyList<ComponentSpec?> memories)
    {
        foreach (ComponentSpec? memory in memories)
        {
            try
            {
                Of(memory)?.Of(AnyWidth);
            }
            catch (MemtiException)
            {
                // Not lost: the user of the memory reports the same error, with its place.
            }
        }

        return _models.Notices;
    }

    /// <summary>Creates the error about a request for faults when no memory has any.</summary>
    public static MemtiException NoFaults(string shared, string task) => new(new Diagnostic(
        TrainingCodes.NoFaults,
        $"no memory has faults: shared parameters lie in '{shared}', those of the task in '{task}'; permitted: a memory of "
            + "multi-level cells for one of them, such as --memory rram.")
    {
        Key = "memory",
        Value = shared,
    });

    private IMemoryModel Model(Registration<IMemoryModel> kind, ComponentSpec memory) =>
        kind.Call(catalog.Guard, "the constructor", () => kind.Create(memory.Options));

    private IValueFaults Faults(Registration<IMemoryModel> kind, IFaultyMemory memory, StoredValues values) =>
        kind.Call(catalog.Guard, "FaultsOf", () => memory.FaultsOf(values));
}
