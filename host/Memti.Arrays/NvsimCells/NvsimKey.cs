namespace Memti.Arrays.NvsimCells;

/// <summary>A key of NVSim's cell files that has a counterpart here.</summary>
/// <param name="Name">The key without dash and unit, such as <c>ReadVoltage</c>.</param>
/// <param name="Unit">The unit that NVSim reads, the only one; empty for none.</param>
/// <param name="Target">The key of a cell file, such as <c>read.voltage_v</c>.</param>
/// <param name="Shift">Power of ten from NVSim's unit to the target's.</param>
internal sealed record NvsimKey(string Name, string Unit, string Target, int Shift = 0)
{
    /// <summary>The key as it stands in a file.</summary>
    public string Written => Unit.Length == 0 ? $"-{Name}" : $"-{Name} ({Unit})";
}
