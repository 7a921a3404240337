using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Randomness;
using Memti.Arrays.Tearing;
using Memti.Plugins.Catalog;
using Memti.Scenarios.Designs;
using Memti.Simulation.Contents;
using Memti.Simulation.Maps;

namespace Memti.Runs.Planning;

/// <summary>Finds out how the non-volatile memories with bytes of a design tear words.</summary>
/// <param name="catalog">The kinds that the design names.</param>
/// <param name="design">The design.</param>
/// <param name="seed">Seed of all random streams.</param>
/// <param name="cancellationToken">Ends the wait for a plugin.</param>
internal sealed class TearingPlanner(PluginCatalog catalog, DesignScenario design, long seed, CancellationToken cancellationToken)
{
    private const int ByteBits = 8;

    /// <summary>The windows of non-volatile memories whose bytes firmware sees.</summary>
    /// <param name="map">Where the memories are.</param>
    /// <param name="memories">The memories in the order of the scenario.</param>
    public static IEnumerable<MappedMemory> WindowsOf(MemoryMap map, IReadOnlyList<PlannedMemory> memories) =>
        map.Windows.Where(window => window.HasBytes && !memories[window.Memory].Unit.Figures.Volatile);

    /// <summary>The tearing of all of them, by memory.</summary>
    /// <exception cref="MemtiException">As <see cref="Of(MappedMemory, PlannedMemory)"/>.</exception>
    public IReadOnlyDictionary<int, IWordTearing> Of(MemoryMap map, IReadOnlyList<PlannedMemory> memories) =>
        WindowsOf(map, memories).ToDictionary(
            static window => window.Memory, window => (IWordTearing)Of(window, memories[window.Memory]));

    /// <summary>The tearing of one memory.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.NoLevelStatistics"/>, words of the code that do not fit words of 32 bits, or what a plugin throws.
    /// </exception>
    public WordTearing Of(MappedMemory window, PlannedMemory planned)
    {
        MemorySpec spec = design.Memories[window.Memory];
        CorrectionRequest? correction = design.Images.GetValueOrDefault(spec.Name)?.Ecc;
        TornWords words = DiagnosticLocation.Findings(
            spec.Component,
            () => new TornWords(CellsOf(spec, planned, correction) with { Correction = correction }, planned.Unit.Figures.Pulses));
        return new(words, Philox.Named((ulong)seed, $"powercut/{window.Name}"));
    }

    /// <summary>The cells of a byte as the memory's own fault model has them; single bits where the memory has none.</summary>
    private FaultRequest CellsOf(MemorySpec spec, PlannedMemory planned, CorrectionRequest? correction)
    {
        var factory = new ComponentFactory(catalog, cancellationToken);
        var capture = new CapturedCells();
        if (factory.Memory(spec.Component) is IFaultyMemory memory)
        {
            var values = new StoredValues(ByteBits, new PlannedArrays(catalog.Solver, null, []), capture) { Correction = correction };
            factory.Call(spec.Component, nameof(IFaultyMemory.FaultsOf), () => memory.FaultsOf(values));
        }

        return capture.Request ?? new FaultRequest
        {
            Technology = planned.Kind,
            Levels = [],
            Cells = CellVector.Split(ByteBits, 1),
        };
    }
}
