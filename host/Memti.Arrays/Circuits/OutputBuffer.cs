namespace Memti.Arrays.Circuits;

/// <summary>
/// The fork's buffer below a sub-array for differential writes: one latch and one XOR per column. Source: lpentecost/nvsim-merged,
/// Buffer.cpp.
/// </summary>
/// <param name="Height">Height in m.</param>
/// <param name="LeakagePerColumn">Leakage in W per column.</param>
internal readonly record struct OutputBuffer(double Height, double LeakagePerColumn)
{
    /// <summary>The buffer of a node. Heights are drawn at 45 nm and scaled below.</summary>
    public static OutputBuffer Of(int nodeNanometres) => nodeNanometres switch
    {
        // Each sum is latch + XOR. The fork copies the leakage of 45 nm to 32 nm ("need to figure out") and gives 2.3 times as much at 22
        // nm.
        >= 44 => new OutputBuffer(1.52e-6 + 2.166e-6, 19.7536e-9 + 45.1492e-9),
        >= 31 => new OutputBuffer(1.081e-6 + 1.54e-6, 19.7536e-9 + 45.1492e-9),
        _ => new OutputBuffer(0.743e-6 + 1.059e-6, 45.796e-9 + 104.67e-9),
    };
}
