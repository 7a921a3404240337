namespace Memti.Runs.Sweeps.Expressions;

/// <summary>What a condition sees of a row.</summary>
internal interface IRowValues
{
    /// <summary>The number of an axis of numbers, by its index among them.</summary>
    double Axis(int index);

    /// <summary>The value of a column of metrics; NaN where the design has none.</summary>
    double Metric(int column);
}
