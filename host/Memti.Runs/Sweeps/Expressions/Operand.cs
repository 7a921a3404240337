namespace Memti.Runs.Sweeps.Expressions;

/// <summary>A side of a comparison, as a function of a row.</summary>
/// <param name="Evaluate">Its value, from the numbers of the axes and the columns of metrics.</param>
/// <param name="NeedsMetrics">True when it names a metric.</param>
internal sealed record Operand(Func<IRowValues, double> Evaluate, bool NeedsMetrics)
{
    /// <summary>Two operands under an operator.</summary>
    public static Operand Of(Operand left, char sign, Operand right)
    {
        Func<IRowValues, double> evaluate = sign switch
        {
            '+' => row => left.Evaluate(row) + right.Evaluate(row),
            '-' => row => left.Evaluate(row) - right.Evaluate(row),
            '*' => row => left.Evaluate(row) * right.Evaluate(row),
            _ => row => left.Evaluate(row) / right.Evaluate(row),
        };
        return new Operand(evaluate, left.NeedsMetrics || right.NeedsMetrics);
    }
}
