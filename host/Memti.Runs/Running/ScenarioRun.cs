using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Catalog;
using Memti.Runs.Sensitivity;
using Memti.Scenarios;

namespace Memti.Runs.Running;

/// <summary>
/// Runs the chosen designs of a scenario: as they stand, under variants, with numbers moved, and the first under its best firmware.
/// </summary>
/// <param name="catalog">The kinds that the scenario names.</param>
/// <param name="request">What was asked for.</param>
/// <param name="cancellationToken">Stops the run.</param>
internal sealed class ScenarioRun(PluginCatalog catalog, RunRequest request, CancellationToken cancellationToken)
{
    private readonly CaseRunner _work = new(catalog, request, cancellationToken);

    /// <summary>Plans the chosen designs without running them.</summary>
    /// <returns>Why a run would refuse them, and what it would warn of.</returns>
    public IReadOnlyList<Diagnostic> Plan(ScenarioSet scenario) => _work.Plan(Cases(scenario));

    /// <summary>Runs the chosen designs.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="errors">Why there are no results; empty when there are.</param>
    public RunResults? Run(ScenarioSet scenario, out IReadOnlyList<Diagnostic> errors)
    {
        (IReadOnlyList<CaseResult> done, errors) = _work.Run(Cases(scenario));
        if (errors.Count > 0)
            return null;
        CaseResult[] plain = [.. done.Where(static result => result.Case.Variant is null)];
        var study = new SensitivityStudy(_work, catalog.Cells);
        IReadOnlyList<UncertainParameter>? numbers = request.Sensitivity ? study.Numbers(plain) : null;
        IReadOnlyList<DesignResults> designs = DesignResults.Of([.. done, .. numbers is null ? [] : study.Run(plain, numbers)]);
        DesignResults first = _work.WithBest(designs[0], plain.Select(static result => result.Case));
        return new RunResults(scenario, request, [first, .. designs.Skip(1)], numbers);
    }

    private IReadOnlyList<RunCase> Cases(ScenarioSet scenario) => RunCase.Of(request.ChosenOf(scenario.Designs), scenario.Seed);
}
