using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Randomness;
using Memti.Arrays.Tearing;
using Memti.Plugins.Catalog;
using Memti.Runs.Codes;
using Memti.Runs.Planning;
using Memti.Runs.Running;
using Memti.Scenarios;
using Memti.Scenarios.Designs;
using Memti.Simulation.Maps;

namespace Memti.Runs.PowerCuts;

/// <summary>
/// Cuts the power of designs whose firmware is a program, at writes to non-volatile memory, and looks whether they recover.
/// </summary>
/// <param name="catalog">The kinds that the scenario names.</param>
public sealed class PowerCutStudy(PluginCatalog catalog)
{
    private const int ByteBits = 8;

    /// <summary>Runs the campaigns, one design after the other.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public PowerCutOutcome Run(PowerCutRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ScenarioResult read = new ScenarioReader(new CatalogKinds(catalog)).ReadFile(request.ScenarioFile, request.Overrides);
        if (read.Scenario is not { } scenario)
            return new(null, read.Findings);
        Diagnostic[] misfits = [.. Misfits(request, scenario)];
        if (misfits.Length > 0)
            return new(null, [.. read.Findings, .. misfits]);
        var campaigns = new List<CutCampaign>();
        var errors = new List<Diagnostic>();
        foreach (DesignScenario design in Chosen(request, scenario))
        {
            try
            {
                campaigns.Add(Cut(design, request, scenario.Seed, cancellationToken));
            }
            catch (MemtiException error)
            {
                errors.AddRange(CaseErrors.Of([new RunCase(design, null, scenario.Seed)], [error.Diagnostic]));
            }
        }

        return errors.Count > 0
            ? new(null, [.. read.Findings, .. errors])
            : new(
                new(request.ScenarioFile, scenario.Seed, campaigns),
                [.. read.Findings, .. campaigns.Select(campaign => Unnoticed(campaign, scenario)).OfType<Diagnostic>()]);
    }

    private CutCampaign Cut(DesignScenario design, PowerCutRequest request, long seed, CancellationToken cancellationToken)
    {
        PlannedDesign planned = new DesignPlanner(catalog).Plan(design with { Variants = [] }, seed, cancellationToken);
        CutMemory[] memories = [.. planned.Machine!.Map.Windows
            .Where(window => window.HasBytes && !planned.Memories[window.Memory].Unit.Figures.Volatile)
            .Select(window => MemoryOf(design, planned, window, seed, cancellationToken))];
        if (request.Ignored.FirstOrDefault(range => memories.All(memory => memory.Name != range.Memory)) is { } unknown)
            throw UnknownMemory(unknown, memories);
        return new CampaignRun(catalog, request, cancellationToken).Of(planned, memories, (ulong)seed);
    }

    private CutMemory MemoryOf(
        DesignScenario design, PlannedDesign planned, MappedMemory window, long seed, CancellationToken cancellationToken)
    {
        MemorySpec spec = design.Memories[window.Memory];
        MemoryFigures figures = planned.Memories[window.Memory].Unit.Figures;
        CorrectionRequest? correction = design.Images.GetValueOrDefault(spec.Name)?.Ecc;
        TornWords words = DiagnosticLocation.Findings(
            spec.Component,
            () => new TornWords(CellsOf(spec, planned, correction, cancellationToken) with { Correction = correction }, figures.Pulses));
        return new(window.Name, window.Memory, window.Range.Base, words, Philox.Named((ulong)seed, $"powercut/{window.Name}"));
    }

    /// <summary>The cells of a byte as the memory's own fault model has them; single bits where the memory has none.</summary>
    private FaultRequest CellsOf(
        MemorySpec spec, PlannedDesign planned, CorrectionRequest? correction, CancellationToken cancellationToken)
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
            Technology = planned.Memories.First(one => one.Unit.Name == spec.Name).Kind,
            Levels = [],
            Cells = CellVector.Split(ByteBits, 1),
        };
    }

    private static IEnumerable<DesignScenario> Chosen(PowerCutRequest request, ScenarioSet scenario) => request.Designs.Count == 0
        ? scenario.Designs.Where(static design => design.Elf is not null)
        : scenario.Designs.Where(design => request.Designs.Contains(design.Name));

    private static IEnumerable<Diagnostic> Misfits(PowerCutRequest request, ScenarioSet scenario)
    {
        string[] programs = [.. scenario.Designs.Where(static design => design.Elf is not null).Select(static design => design.Name)];
        string permitted = programs.Length == 0
            ? "a design with 'processor' and 'power: { firmware: { elf: FILE } }'"
            : string.Join(", ", programs);
        string[] wrong = [.. request.Designs.Where(name => !programs.Contains(name))];
        if (programs.Length == 0 && wrong.Length == 0)
            yield return NoProgram(scenario, "no design's firmware is a program", permitted);
        foreach (string name in wrong)
        {
            string what = scenario.Designs.Any(design => design.Name == name)
                ? $"the firmware of design '{name}' is no program, and a policy has no bytes in memories"
                : $"there is no design '{name}'";
            yield return NoProgram(scenario, what, permitted);
        }

        if (request.Only is not null && Chosen(request, scenario).Count() > 1)
            yield return NoProgram(scenario, "'--only' is a cut of one design; choose it with '--design'", permitted);
    }

    private static Diagnostic NoProgram(ScenarioSet scenario, string what, string permitted) =>
        new(RunCodes.NothingToCut, $"{what}; permitted: {permitted}.") { File = scenario.File, Key = "designs", Permitted = permitted };

    private static MemtiException UnknownMemory(IgnoredRange range, CutMemory[] memories)
    {
        string known = memories.Length == 0 ? "none" : string.Join(", ", memories.Select(static memory => memory.Name));
        string text = $"'{range.Memory}' of '--ignore' is no non-volatile memory with 'at'; permitted: {known}.";
        return new(new Diagnostic(DiagnosticCode.UnknownName, text) { Value = range.Memory, Permitted = known });
    }

    private static Diagnostic? Unnoticed(CutCampaign campaign, ScenarioSet scenario)
    {
        long silent = campaign.Count(CutOutcome.Silent);
        if (silent == 0)
            return null;
        CutResult first = campaign.Smallest!;
        string text = FormattableString.Invariant(
            $"design '{campaign.Design}': {silent} of {campaign.Cuts.Count} cuts leave other bytes, and nobody notices; the first is '")
            + $"{first.Cut}'{(first.Word.Length == 0 ? "" : " in " + first.Word)}.";
        return new(RunCodes.SilentCut, text) { File = scenario.File, Key = "designs." + campaign.Design, Value = first.Cut.ToString() };
    }
}
