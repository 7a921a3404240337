using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Catalog;
using Memti.Runs.Codes;
using Memti.Runs.Planning;
using Memti.Runs.Running;
using Memti.Scenarios;
using Memti.Scenarios.Designs;
using Memti.Simulation.Maps;

namespace Memti.Runs.PowerCuts;

/// <summary>
/// Cuts the power of designs whose firmware writes non-volatile memory, at each of these writes, and looks whether they recover.
/// </summary>
/// <param name="catalog">The kinds that the scenario names.</param>
public sealed class PowerCutStudy(PluginCatalog catalog)
{
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
        var tearing = new TearingPlanner(catalog, design, seed, cancellationToken);
        CutMemory[] memories = [.. TearingPlanner.WindowsOf(planned.Machine!.Map, planned.Memories)
            .Select(window => MemoryOf(window, tearing.Of(window, planned.Memories[window.Memory])))];
        if (request.Ignored.FirstOrDefault(range => memories.All(memory => memory.Name != range.Memory)) is { } unknown)
            throw UnknownMemory(unknown, memories);
        return new CampaignRun(catalog, request, cancellationToken).Of(planned, memories, (ulong)seed);
    }

    private static CutMemory MemoryOf(MappedMemory window, WordTearing tearing) =>
        new(window.Name, window.Memory, window.Range.Base, tearing.Words, tearing.Draws);

    /// <summary>The designs that were asked for; else those with a program, else those whose policy may write bytes.</summary>
    private static IEnumerable<DesignScenario> Chosen(PowerCutRequest request, ScenarioSet scenario)
    {
        if (request.Designs.Count > 0)
            return scenario.Designs.Where(design => request.Designs.Contains(design.Name));
        DesignScenario[] programs = [.. scenario.Designs.Where(static design => design.Elf is not null)];
        return programs.Length > 0 ? programs : scenario.Designs.Where(MayWrite);
    }

    private static bool MayWrite(DesignScenario design) =>
        design.Elf is not null || design.Memories.Any(static memory => memory.At is not null);

    private static IEnumerable<Diagnostic> Misfits(PowerCutRequest request, ScenarioSet scenario)
    {
        string[] able = [.. scenario.Designs.Where(MayWrite).Select(static design => design.Name)];
        string permitted = able.Length == 0
            ? "a design with a program ('power: { firmware: { elf: FILE } }'), or with a memory with 'at' that its policy writes"
            : string.Join(", ", able);
        string[] wrong = [.. request.Designs.Where(name => !able.Contains(name))];
        if (able.Length == 0 && wrong.Length == 0)
            yield return NoProgram(scenario, "no design has firmware that writes bytes of memories", permitted);
        foreach (string name in wrong)
        {
            string what = scenario.Designs.Any(design => design.Name == name)
                ? $"the firmware of design '{name}' is a policy, and no memory has bytes for it"
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
