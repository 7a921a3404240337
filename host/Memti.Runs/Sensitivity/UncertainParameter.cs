using System.Globalization;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Cells;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;
using Memti.Plugins.Catalog;
using Memti.Runs.Planning;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Calibrations;
using Memti.Scenarios.Designs;

namespace Memti.Runs.Sensitivity;

/// <summary>A number, word or switch behind some designs that is not the scenario's own.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Value">As a file would say it.</param>
/// <param name="Status">How well it is known.</param>
internal abstract record UncertainParameter(string Name, string Value, NumberStatus Status)
{
    /// <summary>The results that it was chosen to give, such as <c>all-sram.max_fps</c>.</summary>
    public IReadOnlyList<string> FittedTo { get; init; } = [];

    /// <summary>The range in which its source leaves it; null where it states none.</summary>
    public ValueRange? Stated { get; init; }

    /// <summary>True for a number that is no better known than fitted.</summary>
    public bool IsFittedOrAssumed => Status is NumberStatus.Fitted or NumberStatus.Assumed;

    /// <summary>The publication, file or reasoning behind it.</summary>
    public required string Source { get; init; }

    /// <summary>Columns that are declared to rest on it.</summary>
    public IReadOnlyList<string> Moves { get; init; } = [];

    /// <summary>The kind or the cell that has it.</summary>
    public abstract string Owner { get; }

    /// <summary>Along what a number moves.</summary>
    public abstract NumberGrid Grid { get; }

    /// <summary>The words of a word or a switch; empty for a number or a text.</summary>
    public virtual IReadOnlyList<string> Words => [];

    /// <summary>True when a design, planned, takes it.</summary>
    public abstract bool IsOf(PlannedDesign planned, DesignScenario design);

    /// <summary>A design with another value of it; null where it is not taken.</summary>
    public abstract PerturbedDesign? Move(DesignScenario design, PerturbedParameter moved);

    /// <summary>
    /// The numbers behind some designs, each once: calibrated ones, defaults that are no better than fitted, then every number of the
    /// cells that their memories are built of.
    /// </summary>
    /// <param name="designs">The designs as they stand.</param>
    /// <param name="planned">The same, planned.</param>
    /// <param name="cells">The cells of the host.</param>
    public static IReadOnlyList<UncertainParameter> Of(
        IEnumerable<DesignScenario> designs, IEnumerable<PlannedDesign> planned, CellCatalog cells)
    {
        ComponentSpec[] components = [.. designs.SelectMany(static design => design.Components)];
        IEnumerable<UncertainParameter> calibrated = components
            .SelectMany(static component => component.Calibrated.Select(entry => KnownParameter.Of(component, entry)));
        IEnumerable<UncertainParameter> defaults = components
            .SelectMany(static component => component.Defaulted.Where(IsWeak).Select(parameter => KnownParameter.Of(component, parameter)));
        IEnumerable<UncertainParameter> ofCells = planned
            .SelectMany(static design => design.Memories)
            .SelectMany(static memory => memory.Cells.Keys)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(cells.File)
            .SelectMany(KnownCellNumber.Of);
        return [.. calibrated.Concat(defaults).Concat(ofCells).DistinctBy(static number => number.Name)];
    }

    private static bool IsWeak(ParameterDescriptor parameter) =>
        parameter is { OfTraining: false, Status: NumberStatus.Fitted or NumberStatus.Assumed };
}

/// <summary>A parameter that has its value from the calibration or from the plugin's default.</summary>
internal sealed record KnownParameter : UncertainParameter
{
    private readonly string _kind;
    private readonly ParameterDescriptor? _parameter;
    private readonly string _key;

    private KnownParameter(string kind, string key, ParameterDescriptor? parameter, string value, NumberStatus status)
        : base($"{kind}.{key}", value, status) => (_kind, _key, _parameter) = (kind, key, parameter);

    public override string Owner => _kind;

    public override NumberGrid Grid => _parameter?.Grid ?? new NumberGrid();

    public override IReadOnlyList<string> Words => _parameter switch
    {
        null => [],
        { Words.Count: > 0 } => _parameter.Words,
        _ when (Nullable.GetUnderlyingType(_parameter.ClrType) ?? _parameter.ClrType) == typeof(bool) => ["false", "true"],
        _ => [],
    };

    public static KnownParameter Of(ComponentSpec component, CalibrationEntry entry) =>
        new(entry.Kind, entry.Key, component.Parameter(entry.Key), entry.Value, entry.Status)
        {
            Source = entry.Source,
            FittedTo = entry.FittedTo,
            Moves = entry.Moves,
            Stated = entry.Stated,
        };

    public static KnownParameter Of(ComponentSpec component, ParameterDescriptor parameter) =>
        new(component.Kind, parameter.Name, parameter, parameter.Default, parameter.Status)
        {
            Source = parameter.Source,
            Stated = parameter.Stated,
        };

    public override bool IsOf(PlannedDesign planned, DesignScenario design) =>
        design.Components.Any(component => component.Takes(_kind, _key));

    public override PerturbedDesign? Move(DesignScenario design, PerturbedParameter moved) =>
        design.With(_kind, _key, moved.Text) is { } changed ? new PerturbedDesign(changed, null, moved) : null;
}

/// <summary>A number of a cell.</summary>
internal sealed record KnownCellNumber : UncertainParameter
{
    private readonly CellFile _file;
    private readonly CellNumber _number;

    private KnownCellNumber(CellFile file, CellNumber number)
        : base($"cell {file.Cell.Name}: {number.Key}", number.Value.ToString("R", CultureInfo.InvariantCulture), number.Status) =>
        (_file, _number) = (file, number);

    public override string Owner => $"cell {_file.Cell.Name}";

    public override NumberGrid Grid => CellKeys.Find(_number.Key)?.Grid ?? new NumberGrid();

    public static IEnumerable<UncertainParameter> Of(CellFile file) =>
        file.Cell.Numbers.Select(number => new KnownCellNumber(file, number) { Source = number.Source });

    public override bool IsOf(PlannedDesign planned, DesignScenario design) =>
        planned.Memories.Any(memory => memory.Cells.Values.Any(cell => cell.Name == _file.Cell.Name));

    public override PerturbedDesign? Move(DesignScenario design, PerturbedParameter moved) =>
        _file.With(_number.Key, double.Parse(moved.Text, CultureInfo.InvariantCulture)) is { } cell
            ? new PerturbedDesign(design, new PerturbedCell(cell, $"{moved.Name}={moved.Text}"), moved)
            : null;
}
