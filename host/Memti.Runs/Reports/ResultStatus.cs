using Memti.Abstractions.Parameters;
using Memti.Plugins.Loading;
using Memti.Runs.Runs;

namespace Memti.Runs.Reports;

/// <summary>How well each result is known: as well as the weakest number that it rests on.</summary>
internal sealed class ResultStatus
{
    /// <summary>Relative change of a result per relative change of a number below which the result does not rest on it.</summary>
    private const double Negligible = 0.01;

    /// <summary>Relative change of a result under another word below which it does not rest on the word: what a percent of a number would move at least.</summary>
    private const double NegligibleWord = 0.01 * Negligible;

    private readonly FigureTable _figures;
    private readonly IReadOnlyList<UncertainParameter> _numbers;
    private readonly ILookup<(string Design, string Number), RunCase> _moved;
    private readonly bool _measured;

    /// <summary>Statuses of a run.</summary>
    /// <param name="figures">The figures of all tasks.</param>
    /// <param name="tasks">The tasks.</param>
    /// <param name="cells">The cells of the host.</param>
    /// <param name="measured">True when numbers were moved.</param>
    public ResultStatus(FigureTable figures, IReadOnlyList<RunCase> tasks, CellCatalog cells, bool measured)
    {
        (_figures, _measured) = (figures, measured);
        _numbers = measured ? UncertainParameter.Of([.. tasks.Where(static task => task.IsPlain)], cells) : [];
        _moved = tasks
            .Where(static task => task.Number is not null && task.Outcome is not null)
            .ToLookup(static task => (task.Design.Name, task.Number!.Name));
    }

    /// <summary>The numbers that a result of a design rests on: calibrated ones, then defaults, then those of cells.</summary>
    public IEnumerable<Elasticity> Elasticities(RunCase task, ResultColumn column)
    {
        Dictionary<string, double?> moving = [];
        HashSet<string> owners = [];
        foreach (UncertainParameter number in _numbers)
            if (Moves(task, column, number.Name, out double? elasticity))
            {
                moving.Add(number.Name, elasticity);
                owners.Add(number.Owner);
            }

        foreach (UncertainParameter number in _numbers)
            if (moving.TryGetValue(number.Name, out double? strength) || IsTaken(task, column, number, owners))
                yield return new Elasticity(number.Name, strength);
    }

    /// <summary>
    /// True for a number that a result is taken to rest on, because its file says so, or because it could not be moved and others of its kind or
    /// cell move the result.
    /// </summary>
    private bool IsTaken(RunCase task, ResultColumn column, UncertainParameter number, HashSet<string> owners)
    {
        if (column.Value(_figures.Of(task)) is null || !number.IsOf(task.Outcome!.Design, task.Design))
            return false;
        bool refused = owners.Contains(number.Owner) && PerturbedParameter.Of(number).Count > 0 && !_moved.Contains((task.Design.Name, number.Name));
        return refused || number.Moves.Contains(column.Key);
    }

    /// <summary>The status of a result; null when it was not asked for.</summary>
    public NumberStatus? Of(RunCase task, ResultColumn column, IEnumerable<Elasticity> elasticities)
    {
        if (!_measured)
            return null;
        HashSet<string> numbers = [.. elasticities.Select(static elasticity => elasticity.Number)];
        string result = $"{task.Design.Name}.{column.Key}";
        return _numbers
            .Where(number => numbers.Contains(number.Name) || number.FittedTo.Contains(result))
            .Select(static number => number.Status)
            .Append(Arrays(task, column))
            .Max();
    }

    /// <summary>The area is as well known as the arrays are; what else rests on them is derived at best anyway.</summary>
    private static NumberStatus Arrays(RunCase task, ResultColumn column) => column.Key != "weight_memory_area_mm2"
        ? NumberStatus.Derived
        : task.Outcome!.Design.Memories
            .Where(static memory => memory.IsWeightMemory)
            .Select(static memory => memory.Unit.Figures.Status)
            .Append(NumberStatus.Derived)
            .Max();

    /// <summary>Whether a result moves with a number, and how strongly; without a strength where it moves with a word, or from or to nothing.</summary>
    private bool Moves(RunCase task, ResultColumn column, string number, out double? elasticity)
    {
        elasticity = null;
        if (_moved[(task.Design.Name, PerturbedParameter.None.Name)].FirstOrDefault() is not { } still)
            return false;
        double before = column.Value(_figures.Of(still)) ?? 0;
        foreach (RunCase moved in _moved[(task.Design.Name, number)])
        {
            double after = column.Value(_figures.Of(moved)) ?? 0;
            if (before == after)
                continue;
            if (before == 0 || after == 0)
                return true;
            double change = Math.Log(after / before);
            elasticity = change / moved.Number!.LogChange;
            if (Math.Abs(elasticity ?? change) >= (elasticity is null ? NegligibleWord : Negligible))
                return true;
        }

        return false;
    }
}
