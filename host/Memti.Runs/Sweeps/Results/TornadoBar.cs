using Memti.Abstractions.Parameters;

namespace Memti.Runs.Sweeps.Results;

/// <summary>How far a metric moves when one uncertain number goes through its range and all others stay.</summary>
/// <param name="Metric">Index of the metric.</param>
/// <param name="Design">Index of the design.</param>
/// <param name="Number">The number, such as <c>dram.background_mw</c> or <c>cell rram-1t1r-53f2: endurance</c>.</param>
/// <param name="Status">How well it is known.</param>
/// <param name="Low">Lower end of its range, as a file would say it.</param>
/// <param name="High">Upper end of its range, as a file would say it.</param>
/// <param name="Base">The metric with every number at its value.</param>
/// <param name="AtLow">The metric at the lower end; NaN where the design refuses it.</param>
/// <param name="AtHigh">The metric at the upper end; NaN where the design refuses it.</param>
public sealed record TornadoBar(
    int Metric, int Design, string Number, NumberStatus Status, string Low, string High, double Base, double AtLow, double AtHigh);
