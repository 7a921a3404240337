namespace Memti.Charts;

/// <summary>What one number does to a result.</summary>
/// <param name="Name">The number, with its range.</param>
/// <param name="AtLow">The result with the number at the low end of its range.</param>
/// <param name="AtHigh">The result with the number at the high end.</param>
public sealed record TornadoRow(string Name, double AtLow, double AtHigh);
