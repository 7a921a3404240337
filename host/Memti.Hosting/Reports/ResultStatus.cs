using Memti.Abstractions;
using Memti.Scenarios;

namespace Memti.Hosting;

/// <summary>How well each result is known: as well as the weakest number that it rests on.</summary>
internal sealed class ResultStatus(ScenarioSet scenario, FigureTable figures, IReadOnlyList<RunTask> tasks, bool measured)
{
    /// <summary>Relative change of a result per relative change of a number below which the result does not rest on it.</summary>
    private const double Negligible = 0.01;

    /// <summary>The calibrated numbers that a result of a design rests on, in the order of the file.</summary>
    public IEnumerable<Elasticity> Elasticities(RunTask task, ResultColumn column)
    {
        foreach (CalibrationEntry entry in measured ? scenario.Calibration?.Entries ?? [] : [])
        {
            string name = $"{entry.Kind}.{entry.Key}";
            double? elasticity = Elasticity(task, column, name);
            bool declared = entry.Moves.Contains(column.Key) && Calibrated.Takes(task.Design, entry);
            if (declared || Math.Abs(elasticity ?? 0) >= Negligible)
                yield return new Elasticity(name, elasticity);
        }
    }

    /// <summary>The status of a result; null when it was not asked for.</summary>
    public NumberStatus? Of(RunTask task, ResultColumn column, IEnumerable<Elasticity> elasticities)
    {
        if (!measured)
            return null;
        HashSet<string> numbers = [.. elasticities.Select(static elasticity => elasticity.Number)];
        string result = $"{task.Design.Name}.{column.Key}";
        return (scenario.Calibration?.Entries ?? [])
            .Where(entry => numbers.Contains($"{entry.Kind}.{entry.Key}") || entry.FittedTo.Contains(result))
            .Select(static entry => entry.Status)
            .Append(Arrays(task, column))
            .Max();
    }

    /// <summary>The area is as well known as the arrays are; what else rests on them is derived at best anyway.</summary>
    private static NumberStatus Arrays(RunTask task, ResultColumn column) => column.Key != "weight_memory_area_mm2"
        ? NumberStatus.Derived
        : task.Outcome!.Design.Memories
            .Where(static memory => memory.IsWeightMemory)
            .Select(static memory => memory.Unit.Figures.Status)
            .Append(NumberStatus.Derived)
            .Max();

    private double? Elasticity(RunTask task, ResultColumn column, string number)
    {
        if (tasks.FirstOrDefault(other => other.Number?.Name == number && other.Design.Name == task.Design.Name && other.Outcome is not null) is not { } moved)
            return null;
        double? before = column.Value(figures.Of(task));
        double? after = column.Value(figures.Of(moved));
        return before is null or 0 || after is null ? null : ((after / before) - 1) / moved.Number!.RelativeChange;
    }
}
