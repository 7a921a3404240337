using Memti.Abstractions.Devices;

namespace Memti.Simulation.Devices;

/// <summary>A device whose registers are words: numbers of 64 bits are two of them, the low one first.</summary>
/// <param name="windowBytes">Size of the window.</param>
/// <param name="registers">The registers.</param>
internal abstract class RegisterFile(uint windowBytes, IReadOnlyList<DeviceRegister> registers) : IBusDevice
{
    public uint WindowBytes => windowBytes;

    public int InterruptLines => 1;

    public IReadOnlyList<DeviceRegister> Registers => registers;

    public bool TryPeek(uint offset, int bytes, out ulong value)
    {
        value = bytes == sizeof(uint) ? Peek(offset) : 0;
        return bytes == sizeof(uint);
    }

    public abstract uint Read(uint offset);

    public abstract void Write(uint offset, uint value);

    public abstract void Reset();

    /// <summary>What a read returns, without its side effects.</summary>
    protected virtual uint Peek(uint offset) => Read(offset);

    /// <summary>One word of a number of 64 bits.</summary>
    protected static uint Half(ulong value, bool high) => (uint)(high ? value >> 32 : value);

    /// <summary>A number of 64 bits with one of its words replaced.</summary>
    protected static ulong WithHalf(ulong value, uint half, bool high) => high
        ? (value & uint.MaxValue) | ((ulong)half << 32)
        : (value & ~(ulong)uint.MaxValue) | half;
}
