using Memti.Abstractions.Parameters;
using Memti.Runs.Running;
using Memti.Runs.Sensitivity;

namespace Memti.Runs.Reports;

/// <summary>How well each result of a design is known: as well as the weakest number that it rests on.</summary>
internal sealed class ResultStatus
{
    /// <summary>Relative change of a result per relative change of a number below which the result does not rest on it.</summary>
    private const double Negligible = 0.01;

    /// <summary>
    /// Relative change of a result under another word below which it does not rest on the word: what a percent of a number would move at
    /// least.
    /// </summary>
    private const double NegligibleWord = 0.01 * Negligible;

    private readonly MeasuredDesign _design;
    private readonly IReadOnlyList<UncertainParameter>? _numbers;
    private readonly HashSet<string> _refused = [];
    private readonly HashSet<string> _taken = [];

    /// <summary>Statuses of a design.</summary>
    /// <param name="design">The design with its figures.</param>
    /// <param name="numbers">The numbers behind the run; null when none was to be moved.</param>
    public ResultStatus(MeasuredDesign design, IReadOnlyList<UncertainParameter>? numbers)
    {
        (_design, _numbers) = (design, numbers);
        CaseResult plain = design.Results.Plain;
        foreach (UncertainParameter number in (numbers ?? []).Where(number => number.IsOf(plain.Outcome.Design, plain.Case.Design)))
        {
            _taken.Add(number.Name);
            if (!design.Moved.ContainsKey(number.Name) && PerturbedParameter.Of(number).Count > 0)
                _refused.Add(number.Name);
        }
    }

    /// <summary>The numbers that a result rests on: calibrated ones, then defaults, then those of cells.</summary>
    public IReadOnlyList<Elasticity> Elasticities(ResultColumn column)
    {
        Dictionary<string, double?> moving = [];
        HashSet<string> owners = [];
        foreach (UncertainParameter number in _numbers ?? [])
            if (Moves(column, number.Name, out double? elasticity))
            {
                moving.Add(number.Name, elasticity);
                owners.Add(number.Owner);
            }

        List<Elasticity> elasticities = [];
        foreach (UncertainParameter number in _numbers ?? [])
            if (moving.TryGetValue(number.Name, out double? strength) || IsTaken(column, number, owners))
                elasticities.Add(new Elasticity(number.Name, strength));
        return elasticities;
    }

    /// <summary>The status of a result; null when it was not asked for.</summary>
    public NumberStatus? Of(ResultColumn column, IEnumerable<Elasticity> elasticities)
    {
        if (_numbers is null)
            return null;
        HashSet<string> names = [.. elasticities.Select(static elasticity => elasticity.Number)];
        string result = $"{_design.Results.Name}.{column.Key}";
        return _numbers
            .Where(number => names.Contains(number.Name) || number.FittedTo.Contains(result))
            .Select(static number => number.Status)
            .Append(Arrays(column))
            .Max();
    }

    /// <summary>
    /// True for a number that a result is taken to rest on, because its file says so, or because it could not be moved and others of its
    /// kind or cell move the result.
    /// </summary>
    private bool IsTaken(ResultColumn column, UncertainParameter number, HashSet<string> owners)
    {
        if (column.Value(_design.Plain) is null || !_taken.Contains(number.Name))
            return false;
        return (owners.Contains(number.Owner) && _refused.Contains(number.Name)) || number.Moves.Contains(column.Key);
    }

    /// <summary>The area is as well known as the arrays are; what else rests on them is derived at best anyway.</summary>
    private NumberStatus Arrays(ResultColumn column) => column.Key != "weight_memory_area_mm2"
        ? NumberStatus.Derived
        : _design.Results.Plain.Outcome.Design.Memories
            .Where(static memory => memory.IsWeightMemory)
            .Select(static memory => memory.Unit.Figures.Status)
            .Append(NumberStatus.Derived)
            .Max();

    /// <summary>
    /// Whether a result moves with a number, and how strongly; without a strength where it moves with a word, or from or to nothing.
    /// </summary>
    private bool Moves(ResultColumn column, string number, out double? elasticity)
    {
        elasticity = null;
        if (_design.Sample is not { } sample || !_design.Moved.TryGetValue(number, out DesignFigures? moved))
            return false;
        (double before, double after) = (column.Value(sample) ?? 0, column.Value(moved) ?? 0);
        if (before == after || before == 0 || after == 0)
            return before != after;
        double change = Math.Log(after / before);
        elasticity = change / _design.Results.Moved[number].Number!.LogChange;
        return Math.Abs(elasticity ?? change) >= (elasticity is null ? NegligibleWord : Negligible);
    }
}
