using Memti.Plugins.Nvdla.Device.Registers;

namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>A counter of the cycles that the multipliers had to wait for one stream of data.</summary>
/// <param name="Unit">The unit that has it.</param>
/// <param name="Register">The counter.</param>
/// <param name="Enable">The field of the unit's D_PERF_ENABLE that turns it on.</param>
internal readonly record struct StallCounter(UnitRegisters Unit, string Register, string Enable)
{
    /// <summary>Writes the cycles down, if they are counted; a counter stays at its greatest value.</summary>
    internal void Put(long cycles)
    {
        if (Unit.Field("D_PERF_ENABLE", Enable) == 1)
            Unit.Put(Register, (uint)Math.Min(cycles, uint.MaxValue));
    }
}
