using Memti.Abstractions;

namespace Memti.Hosting;

/// <summary>How well each result is known: as well as the weakest number that it rests on.</summary>
internal sealed class ResultStatus(FigureTable figures, IReadOnlyList<RunTask> tasks, bool measured)
{
    private readonly IReadOnlyList<KnownNumber> _numbers = measured ? KnownNumber.Of(tasks.Where(static task => task.IsPlain).Select(static task => task.Design)) : [];

    /// <summary>Relative change of a result per relative change of a number below which the result does not rest on it.</summary>
    private const double Negligible = 0.01;

    /// <summary>The numbers that a result of a design rests on: calibrated ones, then defaults.</summary>
    public IEnumerable<Elasticity> Elasticities(RunTask task, ResultColumn column)
    {
        foreach (KnownNumber number in _numbers)
        {
            double? elasticity = Elasticity(task, column, number.Name);
            bool declared = number.Moves.Contains(column.Key) && number.IsOf(task.Design);
            if (declared || Math.Abs(elasticity ?? 0) >= Negligible)
                yield return new Elasticity(number.Name, elasticity);
        }
    }

    /// <summary>The status of a result; null when it was not asked for.</summary>
    public NumberStatus? Of(RunTask task, ResultColumn column, IEnumerable<Elasticity> elasticities)
    {
        if (!measured)
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
    private static NumberStatus Arrays(RunTask task, ResultColumn column) => column.Key != "weight_memory_area_mm2"
        ? NumberStatus.Derived
        : task.Outcome!.Design.Memories
            .Where(static memory => memory.IsWeightMemory)
            .Select(static memory => memory.Unit.Figures.Status)
            .Append(NumberStatus.Derived)
            .Max();

    private double? Elasticity(RunTask task, ResultColumn column, string number)
    {
        if (Sampled(task, number) is not { } moved || Sampled(task, MovedNumber.None.Name) is not { } still)
            return null;
        double? before = column.Value(figures.Of(still));
        double? after = column.Value(figures.Of(moved));
        return before is null or 0 || after is null ? null : ((after / before) - 1) / moved.Number!.RelativeChange;
    }

    private RunTask? Sampled(RunTask task, string number) =>
        tasks.FirstOrDefault(other => other.Number?.Name == number && other.Design.Name == task.Design.Name && other.Outcome is not null);
}
