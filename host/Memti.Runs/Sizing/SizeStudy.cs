using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Names;
using Memti.Documents.Parameters;
using Memti.Plugins.Catalog;
using Memti.Runs.Codes;
using Memti.Runs.Planning;
using Memti.Runs.Running;
using Memti.Scenarios;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Designs;
using Memti.Scenarios.Supplies;

namespace Memti.Runs.Sizing;

/// <summary>
/// Searches the smallest value of a number of a supply with which a design meets a target: a root search that halves the ratio between a
/// value that meets it and one that does not. It takes for granted that what is larger is no worse.
/// </summary>
/// <param name="catalog">The kinds that the scenario names.</param>
/// <param name="cancellationToken">Stops the search.</param>
public sealed class SizeStudy(PluginCatalog catalog, CancellationToken cancellationToken)
{
    private const double Range = 1000;

    private readonly DesignPlanner _planner = new(catalog);
    private readonly DesignRunner _runner = new(catalog);

    /// <summary>Searches.</summary>
    /// <exception cref="MemtiException">The firmware failed, or a part of the supply refuses a value.</exception>
    public SizeOutcome Run(SizeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ScenarioResult read = new ScenarioReader(new CatalogKinds(catalog)).ReadFile(request.ScenarioFile, request.Overrides);
        if (read.Scenario is not { } scenario)
            return new(null, read.Findings);
        DesignScenario? design = request.Design is null
            ? scenario.Designs.FirstOrDefault(static one => one.Supply is not null)
            : scenario.Designs.FirstOrDefault(one => one.Name == request.Design);
        if (design?.Supply is null)
            return new(null, [.. read.Findings, NoSupply(request, scenario)]);
        if (Number(design.Supply, request.Key) is not { } present)
            return new(null, [.. read.Findings, NoNumber(request, design.Supply)]);
        var search = new Search(request, value => Try(request, design, scenario.Seed, value));
        return search.Run(request.Least ?? (present / Range), request.Greatest ?? (present * Range)) is { } result
            ? new(result with { Design = design.Name }, read.Findings)
            : new(null, [.. read.Findings, NotMet(request, search.Trials)]);
    }

    private SizeTrial Try(SizeRequest request, DesignScenario design, long seed, double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        SupplySpec supply = With(design.Supply!, request.Key, text) ?? throw Refused(request, design.Supply!, text);
        PlannedDesign planned = _planner.Plan(design with { Supply = supply, Variants = [] }, seed, cancellationToken);
        double measure = request.Target.Of(_runner.RunSupplied(planned, cancellationToken));
        return new SizeTrial(value, measure, request.Target.IsMet(measure));
    }

    private static double? Number(SupplySpec supply, string key) =>
        Part(supply, key, out string name)?.Parameter(name) is { } parameter
        && double.TryParse(
            parameter.Read(Part(supply, key, out _)!.Options), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && value > 0
            ? value
            : null;

    private static ComponentSpec? Part(SupplySpec supply, string key, out string name)
    {
        string[] words = key.Split('.', 2);
        name = words[^1];
        return words.Length < 2 ? null : words[0] switch
        {
            "source" => supply.Source,
            "charger" => supply.Charger,
            "storage" => supply.Storage,
            "regulator" => supply.Regulator,
            _ => null,
        };
    }

    private static SupplySpec? With(SupplySpec supply, string key, string text)
    {
        ComponentSpec? changed = Part(supply, key, out string name)!.With(name, text);
        return changed is null ? null : key.Split('.')[0] switch
        {
            "source" => supply with { Source = changed },
            "charger" => supply with { Charger = changed },
            "storage" => supply with { Storage = changed },
            _ => supply with { Regulator = changed },
        };
    }

    private static IEnumerable<string> Numbers(SupplySpec supply) =>
        ((IEnumerable<(string Part, ComponentSpec? Spec)>)
            [("source", supply.Source), ("charger", supply.Charger), ("storage", supply.Storage), ("regulator", supply.Regulator)])
        .Where(static part => part.Spec is not null)
        .SelectMany(static part => OptionsSchema.Create(part.Spec!.Options.GetType()).Parameters
            .Select(parameter => $"{part.Part}.{parameter.Name}"))
        .Where(key => Number(supply, key) is not null);

    private static Diagnostic NoSupply(SizeRequest request, ScenarioSet scenario)
    {
        string permitted = string.Join(", ", scenario.Designs.Where(static one => one.Supply is not null).Select(static one => one.Name));
        string what = request.Design is null ? "no design has a supply" : $"design '{request.Design}' is not there, or has no supply";
        return new(DiagnosticCode.UnknownName, $"{what}; permitted: {(permitted.Length > 0 ? permitted : "a design with 'supply'")}.")
        {
            File = request.ScenarioFile,
        };
    }

    private static Diagnostic NoNumber(SizeRequest request, SupplySpec supply)
    {
        string[] known = [.. Numbers(supply)];
        string nearest = NearestName.Of(request.Key, known) is { } name ? $" Did you mean '{name}'?" : "";
        string permitted = string.Join(", ", known);
        return new(DiagnosticCode.UnknownName, $"'{request.Key}' is no number above zero of the supply; permitted: {permitted}.{nearest}")
        {
            File = supply.Place.File,
            Line = supply.Place.Line,
            Column = supply.Place.Column,
            Value = request.Key,
            Permitted = permitted,
        };
    }

    private static MemtiException Refused(SizeRequest request, SupplySpec supply, string value) => new(new Diagnostic(
        DiagnosticCode.ValueOutOfRange, $"'supply.{request.Key}' does not take {value}; permitted: a range within its own.")
    {
        File = supply.Place.File,
        Line = supply.Place.Line,
        Column = supply.Place.Column,
        Value = value,
    });

    private static Diagnostic NotMet(SizeRequest request, IReadOnlyList<SizeTrial> trials)
    {
        SizeTrial last = trials[^1];
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"no value of 'supply.{request.Key}' up to {last.Value:G6} meets '{request.Target.Text}': there it is {last.Measure:G4}. "
                + $"Widen the range with '--to', or look at what else limits the supply.");
        return new(RunCodes.TargetNotMet, text) { File = request.ScenarioFile, Key = request.Key };
    }

    /// <summary>The search itself.</summary>
    private sealed class Search(SizeRequest request, Func<double, SizeTrial> attempt)
    {
        private readonly List<SizeTrial> _trials = [];

        public IReadOnlyList<SizeTrial> Trials => _trials;

        /// <summary>The smallest value that meets the target; null when the greatest does not.</summary>
        public SizeResult? Run(double least, double greatest)
        {
            SizeTrial high = Try(greatest);
            if (!high.IsMet)
                return null;
            SizeTrial low = Try(least);
            if (low.IsMet)
                return new("", request.Key, request.Target.Text, low, null, _trials);
            while (high.Value / low.Value > 1 + request.Precision)
            {
                SizeTrial middle = Try(Math.Sqrt(low.Value * high.Value));
                (low, high) = middle.IsMet ? (low, middle) : (middle, high);
            }

            return new("", request.Key, request.Target.Text, high, low, _trials);
        }

        private SizeTrial Try(double value)
        {
            _trials.Add(attempt(value));
            return _trials[^1];
        }
    }
}
