namespace Memti.Arrays.Circuits;

/// <summary>The fork's buffer below a sub-array, one latch and one XOR per column, for differential writes. Source: lpentecost/nvsim-merged, Buffer.cpp.</summary>
/// <param name="Height">Height in m.</param>
/// <param name="LeakagePerColumn">Leakage in W per column.</param>
internal readonly record struct OutputBuffer(double Height, double LeakagePerColumn)
{
    /// <summary>The buffer of a node: drawn at 45 nm, scaled below.</summary>
    public static OutputBuffer Of(int nodeNanometres) => nodeNanometres switch
    {
        >= 44 => new OutputBuffer(1.52e-6 + 2.166e-6, 19.7536e-9 + 45.1492e-9),
        >= 31 => new OutputBuffer(1.081e-6 + 1.54e-6, 19.7536e-9 + 45.1492e-9),
        _ => new OutputBuffer(0.743e-6 + 1.059e-6, 45.796e-9 + 104.67e-9),
    };
}
