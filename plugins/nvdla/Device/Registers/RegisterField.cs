namespace Memti.Plugins.Nvdla.Device.Registers;

/// <summary>Bits of a register.</summary>
/// <param name="Name">Its public name.</param>
/// <param name="High">Highest bit, 0 to 31.</param>
/// <param name="Low">Lowest bit, 0 to <paramref name="High"/>.</param>
internal readonly record struct RegisterField(string Name, int High, int Low)
{
    /// <summary>The greatest value.</summary>
    internal uint Most => uint.MaxValue >> (31 - (High - Low));

    internal uint Of(uint register) => (register >> Low) & Most;

    internal uint In(uint register, uint value) => (register & ~(Most << Low)) | ((value & Most) << Low);
}
